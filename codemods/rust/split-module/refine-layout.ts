import type { ChangeSet } from '../../../src/core/change-set.ts';
import { type AfterEdit, editAfter } from '../../../src/core/edit-after.ts';
import type { Diagnostic } from '../../../src/core/evidence.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { CodemodResult } from '../../define-codemod.ts';

type PlacedEdit = AfterEdit & { readonly path: string };

/** What rustfmt would write, where the file was as it writes it before. Offsets are those of the file after the change. */
export const formatting = (diagnostics: readonly Diagnostic[]): PlacedEdit[] =>
  diagnostics
    .filter(({ code }) => code === 'rustfmt')
    .flatMap(({ suggestions }) => suggestions.map((one) => ({ ...one, reason: 'format' as const })));

/** In order, and without those that touch an earlier one: they come again in the next round. */
export function apart(edits: readonly AfterEdit[]): AfterEdit[] {
  const kept: AfterEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept[kept.length - 1];
    if (!last || edit.start > last.end || (edit.start === last.end && edit.start < edit.end)) kept.push(edit);
  }
  return kept;
}

/** A change with nothing but its layout mended: a shorter visibility may let a signature stand on one line again. */
export function refineLayout(view: View, changeSet: ChangeSet, diagnostics: readonly Diagnostic[]): CodemodResult {
  const edits = formatting(diagnostics);
  const refined = [...new Set(edits.map(({ path }) => path))]
    .sort()
    .reduce((set, path) => editAfter(set, view.text, path, apart(edits.filter((one) => one.path === path))), changeSet);
  return { status: 'changed', changeSet: refined, notes: [] };
}
