import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { childByField, kindOf } from '../../../src/languages/syntax.ts';
import { trailingBlank } from '../../cut-of.ts';
import { fileEdits } from './file-edits.ts';
import type { Layout } from './layout.ts';
import type { PartWriter } from './part-text.ts';

/** `mod tests { .. }` -> `mod tests;` in the facade: the braces go, the text between them is cut. */
export function inlineFacadeEdits(source: Source, piece: Piece): Edit[] {
  const { syntax } = source;
  const body = childByField(syntax, piece.item.node, 'body');
  const name = childByField(syntax, piece.item.node, 'name');
  const open = syntax.start[body]!;
  const close = syntax.end[body]! - 1;
  return [
    { start: syntax.end[name]!, end: open + 1, text: ';', reason: 'mod-line' },
    { start: open + 1, end: close, text: '', reason: 'moved' },
    { start: close, end: close + 1, text: '', reason: 'mod-line' },
  ];
}

/** The module's text as a file of its own: one level of indentation less, the module path and `super` unchanged. */
export function writeInline(writer: PartWriter, source: Source, piece: Piece, layout: Layout): void {
  const { syntax, text } = source;
  const body = childByField(syntax, piece.item.node, 'body');
  const range = { start: syntax.start[body]! + 1, end: syntax.end[body]! - 1 };
  const first = /^(?:[ \t]*\r?\n)*/.exec(text.slice(range.start, range.end))![0].length + range.start;
  const edits: Edit[] = first > range.start ? [{ start: range.start, end: first, text: '', reason: 'format' }] : [];
  const tail = trailingBlank(text, first, range.end);
  const fixed = fixedLines(source, body);
  for (let offset = first; offset < tail; offset = nextLine(text, offset)) {
    const indent = /^(?: {1,4}|\t)/.exec(text.slice(offset, offset + 4));
    if (indent && !fixed(offset))
      edits.push({ start: offset, end: offset + indent[0].length, text: '', reason: 'format' });
  }
  edits.push(...fileEdits(source, body, piece.item.afterNode, layout.up).edits);
  writer.take(range, edits);
  writer.trim();
}

const nextLine = (text: string, offset: number): number => {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
};

const WHOLE = new Set(['string_literal', 'raw_string_literal', 'block_comment']);

/** Lines that begin inside of a string or a block comment keep their spaces. */
function fixedLines({ syntax }: Source, body: number): (at: number) => boolean {
  const spans: { start: number; end: number }[] = [];
  for (let node = body; node < syntax.after[body]!; node++)
    if (WHOLE.has(kindOf(syntax, node))) spans.push({ start: syntax.start[node]!, end: syntax.end[node]! });
  return (offset) => spans.some(({ start, end }) => start < offset && offset < end);
}
