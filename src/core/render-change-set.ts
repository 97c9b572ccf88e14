import { applyEdits } from './apply-edits.ts';
import type { ChangeSet, Part } from './change-set.ts';
import { byText } from './compare.ts';

/** What one path holds after a change set: new text, the bytes of another base file, or nothing. */
export type RenderedFile =
  | { readonly kind: 'text'; readonly path: string; readonly text: string; readonly mode: number | null }
  | { readonly kind: 'moved'; readonly path: string; readonly from: string }
  | { readonly kind: 'deleted'; readonly path: string };

/**
 * The files that a change set leaves different, sorted by path. `mode` is null where the base file's mode stays.
 * @param readBase the text of a base file, as it was when the offsets were taken
 */
export function renderChangeSet(set: ChangeSet, readBase: (path: string) => string): RenderedFile[] {
  const files: RenderedFile[] = [];
  const target = new Map(set.move.map(({ from, to }) => [from, to]));
  for (const { path, edits } of set.edit) {
    files.push({ kind: 'text', path: target.get(path) ?? path, text: applyEdits(readBase(path), edits), mode: null });
  }
  for (const { path, mode, parts } of set.create) {
    files.push({ kind: 'text', path, text: parts.map((part) => renderPart(part, readBase)).join(''), mode });
  }
  const edited = new Set(set.edit.map(({ path }) => path));
  for (const { from, to } of set.move) if (!edited.has(from)) files.push({ kind: 'moved', path: to, from });
  const present = new Set(files.map(({ path }) => path));
  for (const path of [...set.delete.map((d) => d.path), ...target.keys()])
    if (!present.has(path)) files.push({ kind: 'deleted', path });
  return files.sort((a, b) => byText(a.path, b.path));
}

export function renderPart(part: Part, readBase: (path: string) => string): string {
  if ('text' in part) return part.text;
  const { path, start, end } = part.from;
  return applyEdits(readBase(path), part.edits ?? [], start, end);
}
