import type Parser from 'tree-sitter';
import type { FlatTree } from './flatten/flat-tree.ts';
import { flattenAtOnce } from './flatten/flatten-at-once.ts';
import { flattenByCursor } from './flatten/flatten-by-cursor.ts';
import { insertComments } from './flatten/insert-comments.ts';
import { ERROR_KIND, type KindTable, kindTableOf } from './flatten/kind-table.ts';
import { loadGrammar } from './grammars.ts';
import { cureTypescript, mayBeMisread } from './javascript/cure-typescript.ts';
import { releaseComments } from './javascript/release-comments.ts';
import type { Grammar } from './language.ts';
import { curePython, mayBeMisreadPython } from './python/cure-python.ts';
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
  const read = flatten(tree, source, table, withFields);
  const again = (cured: string): FlatTree | null => {
    const second = parser.parse(cured) as Parser.Tree | null;
    if (second === null) parser.reset();
    return second && flatten(second, cured, table, withFields);
  };
  if (grammar === 'python') return { grammar, text, kinds: table, ...curedPython(read, text, table, again) };
  if (!isScript(grammar)) return { grammar, text, kinds: table, ...read };
  const whole = curedReading(read, text, grammar, again);
  releaseComments(whole, table);
  return { grammar, text, kinds: table, ...whole };
}

const isScript = (grammar: Grammar): boolean => grammar === 'typescript' || grammar === 'tsx';

/** What the grammar does not read, though CPython does, is read again with those places overwritten. */
function curedPython(
  read: FlatTree,
  text: string,
  table: KindTable,
  again: (cured: string) => FlatTree | null,
): FlatTree {
  if (read.errors.length === 0 && !mayBeMisreadPython(text)) return read;
  const cured = curePython(text);
  const found = cured && again(cured.text);
  if (!cured || !found) return read;
  // The number of a kind is known once one was met.
  if (cured.comments.length > 0 && !table.names.includes('comment')) again('#\n');
  return insertComments(found, cured.comments, table.names.indexOf('comment'));
}

/** What the grammar does not read, though TypeScript does, is read again with those places overwritten. */
function curedReading(
  read: FlatTree,
  text: string,
  grammar: Grammar,
  again: (cured: string) => FlatTree | null,
): FlatTree {
  if (read.errors.length === 0 && !mayBeMisread(text)) return read;
  const errors = read.errors.map((node) => ({ start: read.start[node]!, end: read.end[node]! }));
  let best = read;
  for (const where of [errors, 'anywhere'] as const) {
    const cured = cureTypescript(text, grammar, where);
    const found = cured === text ? null : again(cured);
    if (found !== null && (found.errors.length <= best.errors.length || where === errors)) best = found;
    if (best.errors.length === 0) return best;
  }
  return best;
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
