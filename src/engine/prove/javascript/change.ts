import type { Diagnostic, Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { familiesOf } from './families.ts';

/** What changed, as the rungs look at it. */
export interface Change {
  readonly before: View;
  readonly after: View;
  /** JavaScript and TypeScript files that stand after the change and differ, sorted. */
  readonly paths: readonly string[];
  /** Those that were there before. */
  readonly old: readonly string[];
  readonly fresh: readonly string[];
  /** New file -> the file that it came from: messages about the one are messages about the other. */
  readonly folds: readonly (readonly [string, string])[];
}

export function changeOf(before: View, after: View, paths: readonly string[]): Change {
  const folds = familiesOf(before, after, paths).families.flatMap((family) => {
    const facade = family.before[0]!.path;
    return family.after.filter(({ path }) => !before.file(path)).map(({ path }) => [path, facade] as const);
  });
  return {
    before,
    after,
    paths,
    old: paths.filter((path) => before.file(path) !== undefined),
    fresh: paths.filter((path) => before.file(path) === undefined),
    folds,
  };
}

/** What a rung, or a part of one, came to. */
export interface Judged {
  readonly proofs: readonly Proof[];
  readonly diagnostics: readonly Diagnostic[];
}
