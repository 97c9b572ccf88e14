import type { View } from '../../workspace/view.ts';
import { languageOfFile } from '../language-of.ts';
import type { Step } from '../prove/prove-steps.ts';
import { changesBetween } from '../verdict/changes-between.ts';

/**
 * The steps from a state to another: one, unless modules of one file may have given units to one another. Then the first joins those that
 * differ with their file, and the second divides it again: a state between that need not be trusted, since both steps are proven.
 */
export function wayBetween(before: View, after: View): Step[] {
  const direct = [{ before, after, changeSet: null }];
  const changes = changesBetween(before, after).filter(
    ({ path }) => languageOfFile(after.file(path) ?? before.file(path)) !== null,
  );
  if (changes.some(({ kind }) => kind === 'added')) return direct;
  const differing = changes.map(({ path }) => path);
  const stays = new Set(changes.filter(({ kind }) => kind === 'changed').map(({ path }) => path));
  let between = before;
  for (const facade of stays) {
    const joining = languageOfFile(between.file(facade))?.join;
    const parts = joining?.partsIn(between, facade).filter((part) => differing.includes(part)) ?? [];
    // Parts that are all gone were joined, which is one step.
    if (!joining || !parts.some((part) => stays.has(part))) continue;
    const joined = joining.codemod.run(between, { path: facade, parts });
    if (joined.status === 'refused') return direct;
    between = between.overlay(joined.changeSet);
  }
  if (between === before) return direct;
  return [
    { before, after: between, changeSet: null },
    { before: between, after, changeSet: null },
  ];
}
