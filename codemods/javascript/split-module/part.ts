import type { Part as ChangePart, Edit } from '../../../src/core/change-set.ts';
import { isFileWide } from '../../../src/languages/javascript/tool-comments.ts';
import { childrenOf, kindOf, type Node } from '../../../src/languages/syntax.ts';
import { trailingBlank } from '../../cut-of.ts';
import type { Part } from './assign.ts';
import type { Links } from './module-links.ts';
import type { Piece, Source } from './source.ts';
import { nameList, type Style } from './style.ts';

/** What of the file's head every part repeats: licence, pragmas of compilers and linters, directives. */
function partHeader(source: Source): string {
  const { syntax, text, outline, module, newline } = source;
  const comments = childrenOf(syntax, 0)
    .filter((node) => kindOf(syntax, node) === 'comment' && syntax.end[node]! <= outline.header.end)
    .map((node) => text.slice(syntax.start[node]!, syntax.end[node]!))
    .filter((comment) => LEGAL.test(comment) || isFileWide(comment));
  const directives = module.directives.map(({ start, end }) => text.slice(start, end));
  const blocks = [comments, directives].filter((lines) => lines.length > 0).map((lines) => lines.join(newline));
  return blocks.map((block) => `${block}${newline}${newline}`).join('');
}

const LEGAL = /@license|@preserve|copyright|SPDX-/i;

/** The text of a part: head, imports, then each unit's lines as they were. */
export function writePart(
  source: Source,
  part: Part,
  imports: readonly string[],
  editsOf: (piece: Piece) => readonly Edit[],
): ChangePart[] {
  const { text, path, newline } = source;
  const written: ChangePart[] = [];
  const header = partHeader(source);
  if (header !== '') written.push({ text: header, reason: 'header' });
  if (imports.length > 0) written.push({ text: `${imports.join(newline)}${newline}${newline}`, reason: 'import' });
  part.pieces.forEach((piece, i) => {
    const next = part.pieces[i + 1];
    const end = next ? piece.cut.end : endOfLast(source, piece);
    written.push({ from: { path, start: piece.cut.start, end }, edits: [...editsOf(piece)] });
    const gap = next && next.index !== piece.index + 1 && !/\n\s*\n$/.test(text.slice(piece.cut.start, end));
    if (gap) written.push({ text: newline, reason: 'format' });
  });
  return written;
}

/** What a CommonJS part exports, as its last line: names that the facade or another part takes, in source order. */
export function exportLines({ form, text, newline }: Source, style: Style, part: Part, { taken }: Links): ChangePart[] {
  if (form !== 'commonjs') return [];
  const names = part.pieces
    .flatMap(({ unit }) => unit.defines.map(({ name }) => name))
    .filter((name) => taken.has(name));
  const last = part.pieces[part.pieces.length - 1]!;
  const open = text[last.cut.end - 1] === '\n' ? '' : newline;
  const list = nameList(style, 'module.exports =', '', names, style.semicolon);
  return [{ text: `${open}${newline}${list}${newline}`, reason: 'visibility' }];
}

/** The blank lines behind the last unit of a part are not needed there. */
export const endOfLast = ({ text }: Source, { cut }: Piece): number => trailingBlank(text, cut.start, cut.end);

/** Private names that another module takes are exported from their part; the facade does not re-export them. */
export function exposeUnit(source: Source, piece: Piece, { taken }: Links): Edit[] {
  if (source.form === 'commonjs') return [];
  const { syntax, names } = source;
  return piece.nodes.flatMap((node): Edit[] => {
    if (kindOf(syntax, node) === 'export_statement') return [];
    const declared = names.declarations.filter(
      ({ scope, at }) => scope === 0 && syntax.start[node]! <= at && at < syntax.end[node]!,
    );
    if (!declared.some(({ name }) => taken.has(name))) return [];
    const offset = afterDecorators(source, node);
    return [{ start: offset, end: offset, text: 'export ', reason: 'visibility' }];
  });
}

/** `@a export class B` is what both kinds of decorators allow. */
function afterDecorators({ syntax }: Source, node: Node): number {
  const first = childrenOf(syntax, node).find((child) => !/^(decorator|comment)$/.test(kindOf(syntax, child)));
  return syntax.start[first ?? node]!;
}
