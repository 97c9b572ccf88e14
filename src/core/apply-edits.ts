import MagicString from 'magic-string';
import { RefactorError } from './errors.ts';

interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The slice [start, end) of a text with edits applied. Edits are offsets into the whole text, lie inside the slice, and do not overlap;
 * two insertions at one place keep their order. Throws `overlapping-edits` or `edit-out-of-range`.
 */
export function applyEdits(text: string, edits: readonly TextEdit[], start = 0, end = text.length): string {
  if (edits.length === 0) return text.slice(start, end);
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  const result = new MagicString(text);
  let last = start;
  for (const { edit } of sorted) {
    if (edit.start < start || edit.end > end || edit.end < edit.start) throw badEdit('edit-out-of-range', edit);
    if (edit.start < last) throw badEdit('overlapping-edits', edit);
    last = edit.end;
    if (edit.start === edit.end) result.appendLeft(edit.start, edit.text);
    else if (edit.text === '') result.remove(edit.start, edit.end);
    else result.update(edit.start, edit.end, edit.text);
  }
  return sliceOf(result, text, start, end);
}

// MagicString.slice drops insertions at its borders; removing both sides keeps them.
function sliceOf(result: MagicString, text: string, start: number, end: number): string {
  if (start > 0) result.remove(0, start);
  if (end < text.length) result.remove(end, text.length);
  return result.toString();
}

const badEdit = (code: string, edit: TextEdit): RefactorError =>
  new RefactorError(
    {
      code,
      what: `An edit at ${edit.start}..${edit.end} cannot be applied`,
      why:
        code === 'overlapping-edits'
          ? 'another edit changes the same characters'
          : 'it lies outside the text that it belongs to',
      whatToDo: 'Report this change set: the codemod that made it is wrong.',
    },
    70,
  );
