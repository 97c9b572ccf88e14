import { createRequire } from 'node:module';
import type { default as MagicString } from 'magic-string';
import { RefactorError } from './errors.ts';
import { loadLate } from './load-late.ts';
import type { Range } from './range.ts';

const require = createRequire(import.meta.url);

interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The slice [start, end) of a text with edits applied. Edits are offsets into the whole text, lie inside the slice, and do not overlap;
 * insertions at one place keep their order, and stand before a replacement that begins there.
 * Throws `bad-range`, `overlapping-edits`, `edit-out-of-range` or `splits-character`.
 */
export function applyEdits(text: string, edits: readonly TextEdit[], start = 0, end = text.length): string {
  if (!isRange(start, end) || end > text.length) throw badEdit('bad-range', { start, end });
  if (splitsCharacter(text, start) || splitsCharacter(text, end)) throw badEdit('splits-character', { start, end });
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  // Of the slice alone: cut out of the whole text afterwards, an insertion at its first character would be lost.
  // Most runs edit nothing.
  const { default: Slice } = loadLate(() => require('magic-string') as { default: typeof MagicString });
  const slice = new Slice(text.slice(start, end));
  let last = start;
  for (const { edit } of sorted) {
    requireFitting(text, edit, { start, end }, last);
    change(slice, edit.start - start, edit.end - start, edit.text);
    last = edit.end;
  }
  return slice.toString();
}

/** @param last where the edit before it ends */
function requireFitting(text: string, edit: TextEdit, { start, end }: Range, last: number): void {
  if (!isRange(edit.start, edit.end)) throw badEdit('bad-range', edit);
  if (edit.start < start || edit.end > end) throw badEdit('edit-out-of-range', edit);
  if (edit.start < last) throw badEdit('overlapping-edits', edit);
  if (splitsCharacter(text, edit.start) || splitsCharacter(text, edit.end)) throw badEdit('splits-character', edit);
}

function change(slice: MagicString, start: number, end: number, text: string): void {
  if (start === end) slice.appendLeft(start, text);
  else if (text === '') slice.remove(start, end);
  else slice.update(start, end, text);
}

const isRange = (start: number, end: number): boolean =>
  Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end;

// A cut between the halves of a surrogate pair would become two replacement characters on disk.
function splitsCharacter(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const behind = text.charCodeAt(offset);
  return before >= 0xd800 && before < 0xdc00 && behind >= 0xdc00 && behind < 0xe000;
}

const WHY = {
  'bad-range': 'its offsets are not a range of this text',
  'overlapping-edits': 'another edit changes the same characters',
  'edit-out-of-range': 'it is outside the text that it belongs to',
  'splits-character': 'it cuts a character in half',
} as const;

const badEdit = (code: keyof typeof WHY, range: { readonly start: number; readonly end: number }): RefactorError =>
  new RefactorError({
    code,
    what: `An edit at ${range.start}..${range.end} cannot be applied`,
    why: WHY[code],
    whatToDo: 'Report this change set: the codemod that made it is wrong.',
  });
