import { BASELINE_FILE } from '../../../analyzers/budget/baseline.ts';
import { lowerBaseline } from '../../../analyzers/budget/lower-baseline.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../core/change-set.ts';
import { hashOf } from '../../core/hash.ts';
import type { View } from '../../workspace/view.ts';
import { CONFIG_FILE } from '../load-config.ts';

/**
 * The change sets of a run, and one more where the budget knows their files: the entries sink in the same apply, so that the gate stays
 * green. One that was there before is made anew.
 */
export function followBudget(view: View, changeSets: readonly ChangeSet[]): ChangeSet[] {
  const code = withoutBudget(changeSets);
  const after = code.reduce((current, changeSet) => current.overlay(changeSet), view);
  const paths = code.flatMap((set) => [
    ...set.edit.map(({ path }) => path),
    ...set.create.map(({ path }) => path),
    ...set.delete.map(({ path }) => path),
    ...set.move.flatMap(({ from, to }) => [from, to]),
  ]);
  const edit = lowerBaseline(view, after, new Set(paths));
  if (edit.length === 0) return code;
  const base = edit.map(({ path }) => ({
    path,
    hash: hashOf(view.text(path)),
    mode: view.file(path)!.mode,
  }));
  return [...code, { ...EMPTY_CHANGE_SET, base, edit }];
}

/** Those that change code. */
export const withoutBudget = (changeSets: readonly ChangeSet[]): ChangeSet[] =>
  changeSets.filter(
    ({ base }) => base.length === 0 || base.some(({ path }) => path !== BASELINE_FILE && path !== CONFIG_FILE),
  );
