import type Parser from 'tree-sitter';
import type { FlatTree } from './flatten/flat-tree.ts';
import { flattenAtOnce } from './flatten/flatten-at-once.ts';
import { flattenByCursor } from './flatten/flatten-by-cursor.ts';
import { ERROR_KIND, type KindTable, kindTableOf } from './flatten/kind-table.ts';
import { loadGrammar } from './grammars.ts';
import { cureTypescript, mayHoldUsing } from './javascript/cure-typescript.ts';
import { releaseComments } from './javascript/release-comments.ts';
import type { Grammar } from './language.ts';
import { cureSource } from './rust/cure-source.ts';
import type { Syntax } from './syntax.ts';

/** Characters: below, a cursor is faster than the search, which first compares all names of kinds with one another. */
const SMALL = 4_000;

/** Milliseconds: about forty times what sound source needs on a slow machine. */
const patienceFor = (text: string): number => 10_000 + text.length / 50;

/**
 * Parses a text and flattens the tree in one cursor pass. Never fails on bad syntax: see `errors`. Where the parser does not come to an end
 * (100 KB of nothing but brackets take it minutes), the whole text is one ERROR node.
 * @param patience milliseconds
 * Measured on 1.1 M nodes: five native calls a node cost as much again as the parse; walking `.children` costs ten times more.
 */
export function parse(text: string, grammar: Grammar, patience = patienceFor(text)): Syntax {
  const { parser, withFields } = loadGrammar(grammar);
  const source = grammar === 'rust' ? cureSource(text) : text;
  // The default input callback slices the string every 32 KiB; one buffer that holds all of a small file saves nothing measurable.
  parser.setTimeoutMicros(Math.min(patience * 1000, 0xffff_ffff));
  const table = kindTableOf(grammar);
  const tree = parser.parse(source) as Parser.Tree | null;
  if (tree === null) {
    // Else the next text would be read as the rest of this one.
    parser.reset();
    return unread(text, grammar, table);
  }
  const flat = flatten(tree, source, table, withFields);
  const better = isScript(grammar) ? parseCured(text, grammar, flat, parser) : null;
  const read = better ? flatten(better[0], better[1], table, withFields) : flat;
  if (isScript(grammar)) releaseComments(read, table);
  return { grammar, text, kinds: table, ...read };
}

const isScript = (grammar: Grammar): boolean => grammar === 'typescript' || grammar === 'tsx';

/** What the grammar does not read, though TypeScript does, is read again with those places overwritten. */
function parseCured(text: string, grammar: Grammar, flat: FlatTree, parser: Parser): [Parser.Tree, string] | null {
  if (flat.errors.length === 0 && !mayHoldUsing(text)) return null;
  const errors = flat.errors.map((node) => ({ start: flat.start[node]!, end: flat.end[node]! }));
  const cured = cureTypescript(text, grammar, errors);
  const tree = cured === text ? null : (parser.parse(cured) as Parser.Tree | null);
  if (tree === null) parser.reset();
  return tree && [tree, cured];
}

function flatten(tree: Parser.Tree, source: string, table: KindTable, withFields: ReadonlySet<string>): FlatTree {
  const atOnce = source.length < SMALL || tree.rootNode.hasError ? null : flattenAtOnce(tree, source, table);
  return atOnce ?? flattenByCursor(tree, table, source, withFields);
}

function unread(text: string, grammar: Grammar, table: KindTable): Syntax {
  return {
    grammar,
    text,
    size: 1,
    kinds: table,
    kind: Uint16Array.of(ERROR_KIND),
    start: Uint32Array.of(0),
    end: Uint32Array.of(text.length),
    parent: Int32Array.of(-1),
    after: Uint32Array.of(1),
    field: Uint16Array.of(0),
    errors: [0],
  };
}
