import { unitConditions } from '../../../../../analyzers/readings/rust/unit-conditions.ts';
import type { Unit } from '../../../../core/unit.ts';
import { allHold, type IsSet } from '../../../../languages/rust/cfg-truth.ts';
import type { View } from '../../../../workspace/view.ts';
import type { CompiledTarget } from './compiled-targets.ts';

/**
 * Compilations without the files that they read and took nothing of: every unit waits for something that was not set, or that is not known.
 * rustc lists such a file among its sources.
 * @param paths the files to look at
 */
export const withoutIdleFiles = (
  targets: readonly CompiledTarget[],
  view: View,
  paths: readonly string[],
): CompiledTarget[] =>
  targets.map((target) => {
    const idle = paths.filter((path) => target.files.has(path) && isIdle(view, path, target.isSet));
    return idle.length === 0
      ? target
      : { ...target, files: new Set([...target.files].filter((one) => !idle.includes(one))) };
  });

function isIdle(view: View, path: string, isSet: IsSet): boolean {
  if (view.file(path)?.grammar !== 'rust') return false;
  const units = unitConditions(view, path).filter(({ unit }) => !isImport(unit));
  return units.length > 0 && units.every(({ own }) => allHold(own, isSet) !== true);
}

/** What a facade re-exports is more than an import. */
const isImport = ({ kind, visibility }: Unit): boolean => kind === 'use' && visibility === '';

/** What a file can be compiled for: not its imports, nor the lines that name other files. */
export const holdsCode = ({ kind, body }: Unit, text: string): boolean =>
  kind === 'mod' ? text.slice(body.start, body.end).trimEnd().endsWith('}') : !WITHOUT_CODE.has(kind);

const WITHOUT_CODE = new Set(['use', 'extern-crate', 'empty']);
