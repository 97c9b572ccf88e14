import { hashOf } from '../../../src/core/hash.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { HistoryUse, Hotspot } from '../hotspot.ts';
import { byScore, historyUse } from '../rank-hotspots.ts';
import { scoreOf } from '../score.ts';
import type { FirstOptions } from './first-options.ts';
import { type Measured, measuredAmong } from './measured-among.ts';
import { boundsOf, nextToMeasure } from './next-to-measure.ts';

/** The first files of the ranking, as the ranking of all files has them; what only all files together say is left out. */
export interface FirstHotspots {
  readonly options: FirstOptions;
  readonly history: HistoryUse;
  /** Source files that were asked for. */
  readonly found: number;
  /** Of those: that were measured before no other could be among the first. */
  readonly read: number;
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
  readonly entries: readonly FirstHotspot[];
}

/** Without the ranks by one number, and without its module: both take all files. */
export type FirstHotspot = Omit<Hotspot, 'baselines'>;

/**
 * The ranking's head, of a view that has the facts of enough files.
 * @param read the files that were measured
 * @throws where another file could be among the first
 * @internal
 */
export function firstHotspots(view: View, options: FirstOptions, read: readonly string[]): FirstHotspots {
  const bounds = boundsOf(view, options);
  const [left] = nextToMeasure(view, bounds, options.top, read);
  if (left !== undefined) throw new Error(`the first hotspots are not certain: ${left} could be among them`);
  const { sources } = bounds;
  const measured = measuredAmong(view, read);
  const scored = measured.entries
    .map((entry) => ({ score: scoreOf(entry.cognitive, entry.churn?.revisionsDecayed ?? null), ...entry }))
    .sort(byScore);
  return {
    options,
    history: historyUse(view.history),
    found: sources.length,
    read: read.length,
    failed: failures(view, sources, measured),
    entries: scored.slice(0, options.top).map((entry, i) => ({ rank: i + 1, ...entry })),
  };
}

/** In the order of the view. */
function failures(view: View, sources: readonly string[], { failed }: Measured): FirstHotspots['failed'] {
  const reasons = new Map(failed.map(({ path, reason }) => [path, reason]));
  return sources.flatMap((path) => {
    const { state } = view.file(path)!;
    const reason = state === 'text' ? reasons.get(path) : state;
    return reason === undefined ? [] : [{ path, reason }];
  });
}

const nameOf = (options: FirstOptions): string => `first-hotspots ${hashOf(JSON.stringify(options)).slice(0, 16)}`;

/** What an earlier run found, where all that it has read stands as it did. */
export const recalledFirst = (view: View, options: FirstOptions): FirstHotspots | null => {
  const kept = view.recalled<Omit<FirstHotspots, 'options'>>(nameOf(options));
  return kept && { ...kept, options };
};

export const rememberedFirst = (view: View, options: FirstOptions, read: readonly string[]): FirstHotspots => ({
  ...view.remembered(nameOf(options), (watched) => {
    const { options: _asItWasAsked, ...result } = firstHotspots(watched, options, read);
    return result;
  }),
  options,
});
