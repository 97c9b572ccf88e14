import { byText } from '../../../src/core/compare.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { childByField, childrenOf, isNamed, kindOf, type Node, type Syntax } from '../../../src/languages/syntax.ts';
import type { Identity, Piece } from './identity.ts';
import { identityTokens } from './identity-tokens.ts';
import { isGlue } from './is-glue.ts';

interface Reading {
  readonly syntax: Syntax;
  readonly starts: Uint32Array;
  readonly pieces: Piece[];
  readonly containers: Node[];
  loose: number;
}

/** The pieces of one file: its items and statements, those of inline modules and the members of inherent impls each for itself. */
export function readPieces(syntax: Syntax): Identity {
  const reading: Reading = { syntax, starts: lineStartsOf(syntax.text), pieces: [], containers: [0], loose: 0 };
  for (let body = reading.containers.pop(); body !== undefined; body = reading.containers.pop())
    readBody(reading, body);
  return { pieces: sortPieces(reading.pieces), loose: reading.loose };
}

export const joinIdentities = (identities: readonly Identity[]): Identity => ({
  pieces: sortPieces(identities.flatMap(({ pieces }) => pieces)),
  loose: identities.reduce((sum, { loose }) => sum + loose, 0),
});

const sortPieces = (pieces: readonly Piece[]): Piece[] =>
  [...pieces].sort((a, b) => byText(a.hash, b.hash) || a.lines - b.lines);

function readBody(reading: Reading, body: Node): void {
  const { syntax } = reading;
  let comments: Node[] = [];
  let attributes: Node[] = [];
  let last = -1;
  for (const node of childrenOf(syntax, body)) {
    if (!isNamed(syntax, node)) continue;
    const kind = kindOf(syntax, node);
    if (kind.endsWith('comment') || kind === 'attribute_item') {
      // A comment behind code stands on a line that is counted.
      if (kind !== 'attribute_item' && last !== -1 && firstRow(reading, node) === lastRow(reading, last)) continue;
      if (comments.length > 0 && !adjoins(reading, comments.at(-1)!, node)) comments = letGo(reading, comments);
      comments.push(node);
      if (kind === 'attribute_item') attributes.push(node);
      continue;
    }
    last = node;
    const inner = containedBody(syntax, node, kind);
    if (inner !== -1 || isGlue(syntax, node, kind)) {
      comments = letGo(reading, comments);
      attributes = [];
      if (inner !== -1) reading.containers.push(inner);
      continue;
    }
    if (comments.length > 0 && !adjoins(reading, comments.at(-1)!, node)) comments = letGo(reading, comments);
    const tokens = [...attributes, node].flatMap((each) => identityTokens(syntax, each, null));
    const lines = lastRow(reading, node) - firstRow(reading, comments[0] ?? node) + 1;
    reading.pieces.push({ hash: hashOf(tokens.join('\u0001')).slice(0, 8), lines });
    comments = [];
    attributes = [];
  }
  letGo(reading, comments);
}

/** The body whose items stand for themselves, or -1: an inline module could become a file, an inherent impl be divided. */
function containedBody(syntax: Syntax, node: Node, kind: string): Node {
  const opens = kind === 'mod_item' || (kind === 'impl_item' && childByField(syntax, node, 'trait') === -1);
  return opens ? childByField(syntax, node, 'body') : -1;
}

function letGo(reading: Reading, nodes: readonly Node[]): Node[] {
  for (const node of nodes)
    if (kindOf(reading.syntax, node) !== 'attribute_item')
      reading.loose += lastRow(reading, node) - firstRow(reading, node) + 1;
  return [];
}

const firstRow = ({ syntax, starts }: Reading, node: Node): number => lineAt(starts, syntax.start[node]!);

/** A doc comment of Rust ends behind its newline. */
function lastRow({ syntax, starts }: Reading, node: Node): number {
  const end = syntax.end[node]!;
  const stop = syntax.text[end - 1] === '\n' ? end - 1 : end;
  return lineAt(starts, Math.max(syntax.start[node]!, stop - 1));
}

const adjoins = (reading: Reading, above: Node, below: Node): boolean =>
  firstRow(reading, below) - lastRow(reading, above) <= 1;
