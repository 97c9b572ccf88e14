import type { ChangeSet } from '../../../src/core/change-set.ts';
import { byText } from '../../../src/core/compare.ts';
import { type AfterEdit, editAfter } from '../../../src/core/edit-after.ts';
import type { Diagnostic } from '../../../src/core/evidence.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { CodemodResult } from '../../define-codemod.ts';
import { exposeNamed } from './expose-named.ts';
import { importEdits } from './refine-imports.ts';
import { apart, formatting } from './refine-layout.ts';

/**
 * What a compiler's diagnostics allow to fix without a guess: layout, generated imports that are unused, private names that others read. Anything
 * else is left as it is, and the split stays unproven.
 */
export function refineSplit(view: View, changeSet: ChangeSet, diagnostics: readonly Diagnostic[]): CodemodResult {
  const after = view.overlay(changeSet);
  const notes: string[] = [];
  let refined = exposeNamed(view, changeSet, diagnostics, notes);
  const exposed = refined !== changeSet;
  const byPath = new Map<string, AfterEdit[]>();
  // A file that moves is edited by its old path.
  const oldPath = new Map(changeSet.move.map(({ from, to }) => [to, from]));
  for (const edit of exposed
    ? []
    : [...formatting(diagnostics), ...importEdits(view, after, changeSet, diagnostics, notes)])
    byPath.set(oldPath.get(edit.path) ?? edit.path, [...(byPath.get(oldPath.get(edit.path) ?? edit.path) ?? []), edit]);
  for (const [path, edits] of [...byPath].sort((a, b) => byText(a[0], b[0])))
    refined = editAfter(refined, view.text, path, apart(edits));
  return { status: 'changed', changeSet: refined, notes };
}
