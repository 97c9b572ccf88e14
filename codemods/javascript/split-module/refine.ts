import type { ChangeSet, Edit } from '../../../src/core/change-set.ts';
import { byText } from '../../../src/core/compare.ts';
import { type AfterEdit, editAfter } from '../../../src/core/edit-after.ts';
import type { Diagnostic } from '../../../src/core/evidence.ts';
import type { Range } from '../../../src/core/range.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { CodemodResult } from '../../define-codemod.ts';

type PlacedEdit = AfterEdit & { readonly path: string };

/**
 * What the project's own tools may mend without a guess: layout, and what a linter fixes in lines that the split wrote itself, or of the spaces in
 * others. Anything else is left as it is, and the split stays unproven.
 */
export function refineSplit(view: View, changeSet: ChangeSet, diagnostics: readonly Diagnostic[]): CodemodResult {
  const layout = suggested(diagnostics, 'format').map((one): PlacedEdit => ({ ...one, reason: 'format' }));
  const edits = layout.length > 0 ? layout : mends(view, changeSet, diagnostics);
  const byPath = new Map<string, PlacedEdit[]>();
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
  let refined = changeSet;
  for (const [path, complaints] of [...byPath].sort((a, b) => byText(a[0], b[0])))
    refined = editAfter(refined, view.text, path, apart(complaints));
  return { status: 'changed', changeSet: refined, notes: [] };
}

const suggested = (diagnostics: readonly Diagnostic[], code: string): Diagnostic['suggestions'] =>
  diagnostics.filter((one) => one.code === code).flatMap(({ suggestions }) => suggestions);

function mends(view: View, changeSet: ChangeSet, diagnostics: readonly Diagnostic[]): PlacedEdit[] {
  const after = view.overlay(changeSet);
  return suggested(diagnostics, 'lint').flatMap((one): PlacedEdit[] => {
    const written = writtenRanges(view, changeSet, one.path);
    const inside = written.some(({ start, end }) => start <= one.start && one.end <= end);
    if (inside) return [{ ...one, reason: 'import' }];
    // What is indented otherwise behind an `export` is the same statement, or S will say that it is not.
    const old = after.text(one.path).slice(one.start, one.end);
    return isBlank(old) && isBlank(one.text) ? [{ ...one, reason: 'format' }] : [];
  });
}

const isBlank = (text: string): boolean => /^[ \t]*$/.test(text);

/** The ranges of a file's new text that the change set wrote; a header is repeated as it stood in the file that was divided. */
function writtenRanges(view: View, { edit, create }: ChangeSet, path: string): Range[] {
  const edited = edit.find((one) => one.path === path);
  if (edited) return rangesOf(edited.edits, 0, view.text(path).length, 0).ranges;
  const ranges: Range[] = [];
  let position = 0;
  for (const part of create.find((one) => one.path === path)?.parts ?? []) {
    if ('text' in part) {
      if (part.reason !== 'header') ranges.push({ start: position, end: position + part.text.length });
      position += part.text.length;
    } else {
      const found = rangesOf(part.edits ?? [], part.from.start, part.from.end, position);
      ranges.push(...found.ranges);
      position = found.at;
    }
  }
  return ranges;
}

/** Edited text that begins at `at` of the new one. @returns also where it ends there */
function rangesOf(edits: readonly Edit[], start: number, end: number, offset: number): { ranges: Range[]; at: number } {
  const ranges: Range[] = [];
  let place = offset;
  let from = start;
  for (const one of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    place += one.start - from;
    ranges.push({ start: place, end: place + one.text.length });
    place += one.text.length;
    from = one.end;
  }
  return { ranges, at: place + end - from };
}

/** In order, and without those that touch an earlier one: they come again in the next round. */
function apart(edits: readonly AfterEdit[]): AfterEdit[] {
  const kept: AfterEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept[kept.length - 1];
    if (!last || edit.start > last.end || (edit.start === last.end && edit.start < edit.end)) kept.push(edit);
  }
  return kept;
}
