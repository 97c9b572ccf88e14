import type { FlatTree } from './flatten/flat-tree.ts';
import { insertComments } from './flatten/insert-comments.ts';
import { ERROR_KIND } from './flatten/open-reader.ts';
import { loadGrammar } from './grammars.ts';
import { cureTypescript, mayBeMisread } from './javascript/cure-typescript.ts';
import { releaseComments } from './javascript/release-comments.ts';
import type { Grammar } from './language.ts';
import { curePython, mayBeMisreadPython } from './python/cure-python.ts';
import { cureSource } from './rust/cure-source.ts';
import { cureNearErrors, type Stumble } from './rust/cures-near-errors.ts';
import { partStatements } from './rust/part-statements.ts';
import type { Kinds, Syntax } from './syntax.ts';

/** Milliseconds: about forty times what sound source needs on a slow machine. */
const patienceFor = (text: string): number => 10_000 + text.length / 50;

/**
 * Parses a text into a flat tree. Never fails on bad syntax: see `errors`. Where the parser does not come to an end
 * (100 KB of nothing but brackets take it minutes), the whole text is one ERROR node.
 * @param patience milliseconds
 */
export function parse(text: string, grammar: Grammar, patience = patienceFor(text)): Syntax {
  const { kinds, read } = loadGrammar(grammar);
  const microseconds = Math.min(patience * 1000, 0xffff_ffff);
  const reading: Reading = (source) => read(source, microseconds);
  const tree = grammar === 'rust' ? readRust(text, kinds, reading) : reading(text);
  if (tree === null) return unread(text, grammar, kinds);
  if (grammar === 'python') return { grammar, text, kinds, ...curedPython(tree, text, kinds, reading) };
  if (!isScript(grammar)) return { grammar, text, kinds, ...tree };
  const whole = curedReading(tree, text, grammar, reading);
  releaseComments(whole, kinds);
  return { grammar, text, kinds, ...whole };
}

/** One parse; null where it does not come to an end. */
type Reading = (source: string) => FlatTree | null;

/** More errors than these are no single form that the grammar does not know. */
const HOPELESS = 40;

/** Rust's grammar is helped over what it does not know: by the text itself, by what went wrong, by what it joined. */
function readRust(text: string, kinds: Kinds, reading: Reading): FlatTree | null {
  const known = new Map<string, FlatTree | null>();
  const read = (tried: string): FlatTree | null => {
    if (!known.has(tried)) known.set(tried, reading(tried));
    return known.get(tried)!;
  };
  let source = cureSource(text);
  const first = read(source);
  if (first === null) return null;
  if (first.errors.length > 0 && first.errors.length <= HOPELESS)
    source = cureNearErrors(source, (tried) => stumblesIn(read(tried)));
  const tree = read(source)!;
  return read(partStatements({ grammar: 'rust', text: source, kinds, ...tree })) ?? tree;
}

function stumblesIn(tree: FlatTree | null): Stumble[] | null {
  return tree === null ? null : tree.errors.map((node) => ({ start: tree.start[node]!, end: tree.end[node]! }));
}

const isScript = (grammar: Grammar): boolean => grammar === 'typescript' || grammar === 'tsx';

/** What the grammar does not read, though CPython does, is read again with those places overwritten. */
function curedPython(read: FlatTree, text: string, table: Kinds, again: Reading): FlatTree {
  if (read.errors.length === 0 && !mayBeMisreadPython(text)) return read;
  const cured = curePython(text);
  const found = cured && again(cured.text);
  if (!cured || !found) return read;
  return insertComments(found, cured.comments, table.names.indexOf('comment'));
}

/** What the grammar does not read, though TypeScript does, is read again with those places overwritten. */
function curedReading(read: FlatTree, text: string, grammar: Grammar, again: Reading): FlatTree {
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

function unread(text: string, grammar: Grammar, table: Kinds): Syntax {
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
