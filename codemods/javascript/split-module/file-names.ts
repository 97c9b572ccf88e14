import { isOwnRequire } from '../../../analyzers/readings/javascript/own-require.ts';
import { fileOfString } from '../../../analyzers/readings/javascript/place-strings.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { commentPaths } from '../../../src/languages/javascript/comment-paths.ts';
import { childByField, kindOf, type Node, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Layout, repoint } from './layout.ts';
import { type Piece, refuse, type Source } from './source.ts';

const LOADERS = /^(import|require|require\.resolve)$/;
const MOCKS = /^(jest|vi|vitest)\.(do)?(un)?mock$|^(jest|vi)\.(requireActual|importActual|requireMock)$/i;

/** What names a file by its place: literal names are re-pointed, the rest is refused. */
export function fileNames(
  view: View,
  source: Source,
  piece: Piece,
  layout: Layout,
): { edits: Edit[]; refusals: Refusal[] } {
  const { syntax } = source;
  const edits: Edit[] = layout.deeper ? commentEdits(source, piece) : [];
  const refusals: Refusal[] = [];
  for (const first of piece.nodes)
    for (let node = first; node < syntax.after[first]!; node++) {
      const why = tiedToFile(source, node) ?? (layout.deeper ? tiedToFolder(view, source, node) : null);
      if (why !== null) {
        const offset = { start: syntax.start[node]!, end: syntax.end[node]! };
        refusals.push(refuse(source, 'J4', offset, why, 'Keep this unit in the facade.'));
      } else if (layout.deeper) edits.push(...literalEdits(source, node));
    }
  return { edits, refusals };
}

/** Why a node means its own file; null where it does not. */
function tiedToFile({ syntax, text }: Source, node: Node): string | null {
  const kind = kindOf(syntax, node);
  if (kind === 'meta_property' && textOf(syntax, node) === 'import.meta') {
    const property = text.slice(syntax.end[node]!, syntax.end[node]! + 12);
    return /^\s*\??\.\s*(env|vitest)\b/.test(property) ? null : '`import.meta` refers to the file that contains it';
  }
  return kind === 'identifier' && /^__(dirname|filename)$/.test(textOf(syntax, node))
    ? `\`${textOf(syntax, node)}\` is the path of the file that contains it`
    : null;
}

/** Why a node means a file from its folder, and cannot be re-pointed. */
function tiedToFolder(view: View, source: Source, node: Node): string | null {
  const { syntax, path } = source;
  if (fileOfString(view, path, syntax, node) !== null)
    return `${textOf(syntax, node)} leads to a file from this folder`;
  const callee = loaderOf(source, node);
  return callee === null || firstArgument(source, node) !== null
    ? null
    : `\`${callee}\` names a file by something that is not a plain string`;
}

/** The callee of a call that takes the name of a file. */
function loaderOf({ syntax, names }: Source, node: Node): string | null {
  if (kindOf(syntax, node) !== 'call_expression') return null;
  const callee = textOf(syntax, childByField(syntax, node, 'function'));
  if (/^require\b/.test(callee) && isOwnRequire(names, syntax.start[node]!)) return null;
  return LOADERS.test(callee) || MOCKS.test(callee) ? callee : null;
}

function literalEdits(source: Source, node: Node): Edit[] {
  const { syntax } = source;
  if (/^(type_)?identifier$/.test(kindOf(syntax, node)))
    return textOf(syntax, node).startsWith('import') ? typeEdit(source, node) : [];
  const literal = loaderOf(source, node) === null ? null : firstArgument(source, node);
  return literal === null ? [] : literalEdit(source, literal);
}

/** The first argument if it is a plain string. */
function firstArgument({ syntax }: Source, call: Node): Node | null {
  const list = childByField(syntax, call, 'arguments');
  if (list === -1) return null;
  for (let node = list + 1; node < syntax.after[list]!; node = syntax.after[node]!) {
    const kind = kindOf(syntax, node);
    if (kind === '(' || kind === 'comment') continue;
    return kind === 'string' ? node : null;
  }
  return null;
}

/** `import('./x')` in a type that the grammar was shown as a name; see cure-typescript.ts. */
function typeEdit(source: Source, node: Node): Edit[] {
  const found = /^import\s*\(\s*(["'])([^"']*)\1/.exec(textOf(source.syntax, node));
  if (found === null) return [];
  const end = source.syntax.start[node]! + found[0].length - 1;
  return nameEdit(source, end - found[2]!.length, end);
}

const literalEdit = (source: Source, literal: Node): Edit[] =>
  nameEdit(source, source.syntax.start[literal]! + 1, source.syntax.end[literal]! - 1);

/** What the comments of a piece, those above it among them, import types by. */
function commentEdits(source: Source, { cut }: Piece): Edit[] {
  const { syntax } = source;
  const edits: Edit[] = [];
  for (let node = 1; node < syntax.size; node++) {
    const start = syntax.start[node]!;
    if (kindOf(syntax, node) !== 'comment' || start < cut.start || start >= cut.end) continue;
    for (const path of commentPaths(textOf(syntax, node)))
      edits.push(...nameEdit(source, start + path.start, start + path.end));
  }
  return edits;
}

function nameEdit({ text }: Source, start: number, end: number): Edit[] {
  const from = text.slice(start, end);
  const to = repoint(from);
  return to === from ? [] : [{ start, end, text: to, reason: 'file-literal' }];
}
