import { RefactorError } from '../../src/core/errors.ts';
import type { View } from '../../src/workspace/view.ts';
import type { Coupling } from '../churn/coupling.ts';
import type { Composition } from '../composition/composition.ts';
import { DEFAULT_HOTSPOT_OPTIONS, type HistoryUse, type Hotspot } from './hotspot.ts';
import { rankHotspots } from './rank-hotspots.ts';

/** What makes one file hot. */
export interface ExplainedHotspot {
  readonly history: HistoryUse;
  /** Among all source files. */
  readonly entry: Hotspot;
  readonly files: number;
  /** Its functions, ranked among all functions, the highest first. */
  readonly functions: readonly Hotspot[];
  /** Pairs that it is one of, the strongest first. */
  readonly coupling: readonly Coupling[];
}

/** Throws RefactorError `explain-target` if the file was not measured. */
export function explainHotspot(view: View, composition: Composition, path: string): ExplainedHotspot {
  const report = rankHotspots(view, composition, DEFAULT_HOTSPOT_OPTIONS);
  const entry = report.entries.find((each) => each.path === path);
  if (!entry)
    throw new RefactorError({
      code: 'explain-target',
      what: `${path} cannot be explained`,
      why:
        report.totals.failed.find((each) => each.path === path)?.reason ?? 'it is not a source file of this workspace',
      whatToDo: 'Name a Rust, Python or TypeScript file that hotspots lists.',
    });
  const functions = rankHotspots(view, composition, { ...DEFAULT_HOTSPOT_OPTIONS, by: 'function' });
  return {
    history: report.history,
    entry,
    files: report.entries.length,
    functions: functions.entries.filter((each) => each.path === path),
    coupling: (report.coupling ?? []).filter(({ a, b }) => a === path || b === path),
  };
}
