import type Parser from 'tree-sitter';
import type { FlatTree } from './flatten/flat-tree.ts';
import { flattenAtOnce } from './flatten/flatten-at-once.ts';
import { flattenByCursor } from './flatten/flatten-by-cursor.ts';
import { ERROR_KIND, type KindTable, kindTableOf } from './flatten/kind-table.ts';
import { loadGrammar } from './grammars.ts';
import type { Grammar } from './language.ts';
import { cureSource } from './rust/cure-source.ts';
import { cureNearErrors, type Stumble } from './rust/cures-near-errors.ts';
import { partStatements } from './rust/part-statements.ts';
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
  const syntax = grammar === 'rust' ? readRust(text, patience) : read(text, grammar, patience);
  return { ...syntax, text };
}

/** Rust's grammar is helped over what it does not know: with the text itself, by what went wrong, by what it joined. */
function readRust(text: string, patience: number): Syntax {
  const attempts = new Map<string, Syntax>();
  const reading = (tried: string): Syntax => {
    const known = attempts.get(tried) ?? read(tried, 'rust', patience);
    return attempts.set(tried, known).get(tried)!;
  };
  let source = cureSource(text);
  const { errors } = reading(source);
  if (errors.length > 0 && errors.length <= HOPELESS)
    source = cureNearErrors(source, (tried) => stumblesIn(reading(tried)));
  return reading(partStatements(reading(source)));
}

/** More errors than these are no single form that the grammar does not know. */
const HOPELESS = 40;

const stumblesIn = ({ errors, start, end }: Syntax): Stumble[] =>
  errors.map((node) => ({ start: start[node]!, end: end[node]! }));

function read(source: string, grammar: Grammar, patience: number): Syntax {
  const { parser, withFields } = loadGrammar(grammar);
  parser.setTimeoutMicros(Math.min(patience * 1000, 0xffff_ffff));
  const table = kindTableOf(grammar);
  const tree = parser.parse(inputOf(source)) as Parser.Tree | null;
  if (tree === null) {
    // Else the next text would be read as the rest of this one.
    parser.reset();
    return unread(source, grammar, table);
  }
  return { grammar, text: source, kinds: table, ...flatten(tree, source, table, withFields) };
}

/** UTF-16 units that are handed over at once. */
const CHUNK = 1 << 14;

/**
 * The binding copies a string in buffers of 16 Ki units, and where a pair of surrogates is cut in two it reads none: texts with such pairs are
 * handed over in pieces that end between characters.
 */
function inputOf(text: string): string | Parser.Input {
  if (!/[\ud800-\udbff]/.test(text)) return text;
  return (offset) => {
    const end = Math.min(offset + CHUNK, text.length);
    const isCut = end < text.length && /[\ud800-\udbff]/.test(text[end - 1]!);
    return text.slice(offset, isCut ? end - 1 : end);
  };
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
