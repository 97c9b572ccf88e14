import { endOfBlockComment, endOfLine, endOfQuote, endOfRawString, endOfString } from './rust-literals.ts';
import { codeBehindSpace, endOfWord, isWord, openNames } from './words.ts';

const code = (char: string): number => char.charCodeAt(0);
const QUOTE = code('"');
const APOSTROPHE = code("'");
const SLASH = code('/');
const STAR = code('*');
const PIPE = code('|');
const AMPERSAND = code('&');
const HASH = code('#');
const EQUALS = code('=');
const COLON = code(':');
const ROUND = code('(');
const CURLY = code('{');

/** Flags of a header: what stands between two brackets, as far as it decides what the next `{` nests. */
const CONTROL = 1;
const FUNCTION = 2;
const TYPE = 4;
/** Not of the header: a function is around it. */
const INSIDE = 8;

/** Kinds of words. `BEFORE` are those that no operand ends with: a `|` behind them opens a closure. */
const NAME = 1;
const BEFORE = 2;
const FN = 3;
const ELSE = 4;

interface Scan {
  readonly text: string;
  readonly names: ReturnType<typeof openNames>;
  /** Of each open bracket three numbers: nest, closures and flags before it. */
  readonly open: number[];
  /** Cognitive nesting of what comes. */
  nest: number;
  /** Closures whose bodies have no braces and may still be open. */
  closures: number;
  flags: number;
  bound: number;
  /** The last character that is neither space nor comment, and the kind of word that it ends; 0 for none. */
  last: number;
  lastWord: number;
}

/**
 * At least the cognitive complexity of a Rust file, from its characters alone: each word that may cost something, at the nesting that the blocks
 * and closures around it come to. A construct nests by its block, so braces say how deep a word can be; what is no code is skipped as Rust has it.
 */
export function rustBound(text: string): number {
  const names = openNames();
  const scan: Scan = { text, names, open: [], nest: 0, closures: 0, flags: 0, bound: 0, last: 0, lastWord: 0 };
  for (let at = 0; at < text.length; ) {
    const char = text.charCodeAt(at);
    if (char <= 32) at += 1;
    else if (isWord(char)) at = readWord(scan, at, char);
    else at = readSign(scan, at, char);
  }
  return scan.bound;
}

function readSign(scan: Scan, at: number, char: number): number {
  const { text } = scan;
  if (char === SLASH) {
    const next = text.charCodeAt(at + 1);
    if (next === SLASH) return endOfLine(text, at);
    if (next === STAR) return endOfBlockComment(text, at);
  }
  const end = readToken(scan, at, char);
  scan.last = char;
  scan.lastWord = 0;
  return end;
}

function readToken(scan: Scan, at: number, char: number): number {
  const { text } = scan;
  if (char === QUOTE) return endOfString(text, at);
  if (char === APOSTROPHE) return endOfQuote(text, at);
  if (char === PIPE) return readPipe(scan, at);
  if (char === AMPERSAND && text.charCodeAt(at + 1) === AMPERSAND) {
    scan.bound += 1;
    return at + 2;
  }
  if (char === EQUALS && text[at + 1] === '>') {
    // An arm begins: what its pattern and guard seemed to open is over.
    begin(scan);
    return at + 2;
  }
  BRACKETS[char]?.(scan);
  return at + 1;
}

/** Nothing before it is open. */
function begin(scan: Scan): void {
  scan.closures = 0;
  scan.flags &= INSIDE;
}

function push({ open, nest, closures }: Scan, flags: number): void {
  open.push(nest, closures, flags);
}

function openInside(scan: Scan): void {
  push(scan, scan.flags);
  scan.flags &= INSIDE;
}

/** Braces behind these stand among types or arguments: the header goes on behind them. */
const AMONG: ReadonlySet<number> = new Set([...'<,=;'].map(code));

function openBlock(scan: Scan): void {
  const { flags, closures, nest } = scan;
  push(scan, AMONG.has(scan.last) ? flags : flags & ~(FUNCTION | TYPE));
  const more = closures + (flags & CONTROL);
  const isFunction = (flags & FUNCTION) !== 0;
  const isInside = (flags & INSIDE) !== 0;
  const isAnew = more === 0 && (isFunction ? !isInside : (flags & TYPE) !== 0);
  scan.nest = isAnew ? 0 : nest + more + (isFunction && isInside ? 1 : 0);
  scan.flags = isFunction || isInside ? INSIDE : 0;
  scan.closures = 0;
}

function close(scan: Scan): void {
  const { open } = scan;
  if (open.length === 0) return;
  scan.flags = open.pop()!;
  scan.closures = open.pop()!;
  scan.nest = open.pop()!;
}

const BRACKETS: readonly (((scan: Scan) => void) | undefined)[] = (() => {
  const table: (((scan: Scan) => void) | undefined)[] = new Array(128).fill(undefined);
  table[CURLY] = openBlock;
  for (const char of '([') table[code(char)] = openInside;
  for (const char of ')]}') table[code(char)] = close;
  table[code(';')] = begin;
  return table;
})();

/** `|` opens a closure where no operand stands before it; `||` is a closure without parameters there, else an operator. */
function readPipe(scan: Scan, at: number): number {
  if (!endsOperand(scan)) scan.closures += 1;
  if (scan.text.charCodeAt(at + 1) !== PIPE) return at + 1;
  scan.bound += 1;
  return at + 2;
}

function endsOperand({ last, lastWord }: Scan): boolean {
  if (lastWord !== 0) return lastWord === NAME;
  return (
    last === code(')') ||
    last === code(']') ||
    last === code('?') ||
    last === QUOTE ||
    last === APOSTROPHE ||
    last > 127
  );
}

/** Words that mean anything here are short and begin with a small letter. */
const LONGEST = 8;

function readWord(scan: Scan, at: number, first: number): number {
  const { text } = scan;
  const end = endOfWord(text, at);
  const next = text.charCodeAt(end);
  if (next === HASH || next === QUOTE) {
    const raw = endOfRawString(text, at, end);
    if (raw !== null) return readRaw(scan, at, raw);
  }
  const known = first >= 97 && end - at <= LONGEST ? KNOWN.get(text.slice(at, end)) : undefined;
  if (known === undefined) readName(scan, at, end);
  else known.act(scan, end);
  scan.last = text.charCodeAt(end - 1);
  scan.lastWord = known?.kind ?? NAME;
  return end;
}

/** A raw string, or a raw name: `r#if`. */
function readRaw(scan: Scan, start: number, end: number): number {
  const isName = isWord(scan.text.charCodeAt(end - 1));
  if (isName) readName(scan, start, end);
  scan.last = QUOTE;
  scan.lastWord = isName ? NAME : 0;
  return end;
}

function readName(scan: Scan, start: number, end: number): void {
  const { text, names } = scan;
  if (scan.lastWord === FN) names.define(text.slice(start, end));
  else if (mayCall(text, end)) scan.bound += names.called(text.slice(start, end));
}

/** `name(`, `name::<T>(`, with space or comments between. */
function mayCall(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next === ROUND || next === SLASH) return true;
  if (next === COLON) return text.charCodeAt(end + 1) === COLON;
  if (next > 32) return false;
  const behind = codeBehindSpace(text, end);
  return behind === ROUND || behind === COLON || behind === SLASH;
}

function cost(scan: Scan): void {
  scan.bound += 1 + scan.nest + scan.closures;
  scan.flags |= CONTROL;
}

/** `else if` costs 1 as a whole, which the `else` has paid. */
function readIf(scan: Scan): void {
  if (scan.lastWord !== ELSE) cost(scan);
}

function readElse(scan: Scan): void {
  scan.bound += 1;
  scan.flags |= CONTROL;
}

/** Not that of `for<'a> Fn(&'a T)`, nor of `impl Trait for Type`. */
function readFor(scan: Scan, end: number): void {
  const isHeader = (scan.flags & (TYPE | FUNCTION)) === TYPE;
  if (!isHeader && !scan.text.startsWith("<'", end)) cost(scan);
}

function readFn(scan: Scan): void {
  scan.flags |= FUNCTION;
}

function readType(scan: Scan): void {
  if ((scan.flags & FUNCTION) === 0) scan.flags |= TYPE;
}

/** A statement begins behind a block; elsewhere it is the `let` of a condition. */
function readLet(scan: Scan): void {
  if (scan.last === code('}')) begin(scan);
}

/** `break 'outer` */
function readJump(scan: Scan, end: number): void {
  if (codeBehindSpace(scan.text, end) === APOSTROPHE) scan.bound += 1;
}

const nothing = (): void => {};

interface Known {
  readonly kind: number;
  readonly act: (scan: Scan, end: number) => void;
}

const KNOWN: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['if', { kind: BEFORE, act: readIf }],
  ['while', { kind: BEFORE, act: cost }],
  ['loop', { kind: BEFORE, act: cost }],
  ['match', { kind: BEFORE, act: cost }],
  ['for', { kind: BEFORE, act: readFor }],
  ['else', { kind: ELSE, act: readElse }],
  ['break', { kind: BEFORE, act: readJump }],
  ['continue', { kind: BEFORE, act: readJump }],
  ['fn', { kind: FN, act: readFn }],
  ['impl', { kind: BEFORE, act: readType }],
  ['trait', { kind: BEFORE, act: readType }],
  ['mod', { kind: BEFORE, act: begin }],
  ['struct', { kind: BEFORE, act: begin }],
  ['enum', { kind: BEFORE, act: begin }],
  ['let', { kind: BEFORE, act: readLet }],
  ...[
    'move',
    'return',
    'in',
    'async',
    'static',
    'yield',
    'mut',
    'ref',
    'as',
    'const',
    'unsafe',
    'dyn',
    'where',
    'box',
  ].map((word) => [word, { kind: BEFORE, act: nothing }] as const),
]);
