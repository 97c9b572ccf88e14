import { endOfBlockComment, endOfLine, endOfQuote, endOfRawString, endOfString } from './rust-literals.ts';
import { codeBehindSpace, endOfWord, isWord, openNames } from './words.ts';

/** What stands between two brackets, as far as it decides what the next `{` nests. */
interface Header {
  /** Cognitive nesting of what comes. */
  nest: number;
  /** Closures whose bodies have no braces and may still be open. */
  closures: number;
  /** A word that has its block still to come, maybe. */
  control: boolean;
  isFunction: boolean;
  isType: boolean;
  inFunction: boolean;
}

interface Scan {
  readonly text: string;
  readonly names: ReturnType<typeof openNames>;
  readonly open: Header[];
  header: Header;
  bound: number;
  /** The last character that is neither space nor comment. */
  last: number;
  /** The last word, if nothing came behind it. */
  lastWord: string;
}

const code = (char: string): number => char.charCodeAt(0);
const [QUOTE, APOSTROPHE, SLASH, STAR, PIPE, AMPERSAND, HASH, EQUALS] = [...`"'/*|&#=`].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * At least the cognitive complexity of a Rust file, from its characters alone: each word that may cost something, at the nesting that the blocks
 * and closures around it come to. A construct nests by its block, so braces say how deep a word can be; what is no code is skipped as Rust has it.
 */
export function rustBound(text: string): number {
  const scan: Scan = {
    text,
    names: openNames(),
    open: [],
    header: freshHeader(0, false),
    bound: 0,
    last: 0,
    lastWord: '',
  };
  for (let at = 0; at < text.length; ) {
    const char = text.charCodeAt(at);
    if (char <= 32) at += 1;
    else if (isWord(char)) at = readWord(scan, at);
    else at = readSign(scan, at, char);
  }
  return scan.bound;
}

const freshHeader = (nest: number, inFunction: boolean): Header => ({
  nest,
  closures: 0,
  control: false,
  isFunction: false,
  isType: false,
  inFunction,
});

function readSign(scan: Scan, at: number, char: number): number {
  const { text } = scan;
  const next = text.charCodeAt(at + 1);
  if (char === SLASH && next === SLASH) return endOfLine(text, at);
  if (char === SLASH && next === STAR) return endOfBlockComment(text, at);
  const end = readToken(scan, at, char, next);
  scan.last = char;
  scan.lastWord = '';
  return end;
}

function readToken(scan: Scan, at: number, char: number, next: number): number {
  const { text } = scan;
  if (char === QUOTE) return endOfString(text, at);
  if (char === APOSTROPHE) return endOfQuote(text, at);
  if (char === PIPE) return readPipe(scan, at, next);
  if (char === AMPERSAND && next === AMPERSAND) {
    scan.bound += 1;
    return at + 2;
  }
  if (char === EQUALS && next === code('>')) {
    // An arm begins: what its pattern and guard seemed to open is over.
    scan.header = freshHeader(scan.header.nest, scan.header.inFunction);
    return at + 2;
  }
  readBracket(scan, char);
  return at + 1;
}

function readBracket(scan: Scan, char: number): void {
  if (char === code('{')) openBlock(scan);
  else if (char === code('(') || char === code('[')) {
    scan.open.push(scan.header);
    scan.header = { ...scan.header, control: false, isFunction: false, isType: false };
  } else if (char === code('}') || char === code(')') || char === code(']')) {
    scan.header = scan.open.pop() ?? scan.header;
  } else if (char === code(';')) scan.header = freshHeader(scan.header.nest, scan.header.inFunction);
}

/** Braces behind these stand among types or arguments: the header goes on behind them. */
const INSIDE: ReadonlySet<number> = new Set([...'<,=;'].map(code));

function openBlock(scan: Scan): void {
  const { header } = scan;
  const { nest, closures, control, isFunction, isType, inFunction } = header;
  const more = closures + (control ? 1 : 0);
  const isNew = more === 0 && ((isFunction && !inFunction) || (isType && !isFunction));
  const inner = isNew ? 0 : nest + more + (isFunction && inFunction ? 1 : 0);
  scan.open.push(INSIDE.has(scan.last) ? header : { ...header, isFunction: false, isType: false });
  scan.header = freshHeader(inner, inFunction || isFunction);
}

/** `|` opens a closure where no operand stands before it; `||` is a closure without parameters there, else an operator. */
function readPipe(scan: Scan, at: number, next: number): number {
  const opens = !endsOperand(scan);
  if (opens) scan.header.closures += 1;
  if (next !== PIPE) return at + 1;
  // `|| |x|` and a pattern's empty alternatives cannot be told apart here: both cost what an operator does.
  scan.bound += 1;
  return at + 2;
}

const BEFORE_OPERAND: ReadonlySet<string> = new Set(
  'move return break in else if while match async static yield let mut ref as const for loop unsafe box dyn where'.split(
    ' ',
  ),
);

function endsOperand({ last, lastWord }: Scan): boolean {
  if (lastWord !== '') return !BEFORE_OPERAND.has(lastWord);
  return (
    last === code(')') ||
    last === code(']') ||
    last === code('?') ||
    last === QUOTE ||
    last === APOSTROPHE ||
    last > 127
  );
}

function readWord(scan: Scan, at: number): number {
  const { text } = scan;
  const end = endOfWord(text, at);
  const next = text.charCodeAt(end);
  if (next === HASH || next === QUOTE) {
    const raw = endOfRawString(text, at, end);
    if (raw !== null) {
      scan.last = QUOTE;
      scan.lastWord = '';
      return raw;
    }
  }
  const word = text.slice(at, end);
  const act = Object.hasOwn(ACTS, word) ? ACTS[word]! : null;
  if (act) act(scan, end);
  else if (scan.lastWord === 'fn') scan.names.define(word);
  else if (mayCall(text, end, next)) scan.bound += scan.names.called(word);
  scan.last = text.charCodeAt(end - 1);
  scan.lastWord = word;
  return end;
}

function mayCall(text: string, end: number, next: number): boolean {
  const behind = next <= 32 ? codeBehindSpace(text, end) : next;
  return behind === code('(') || behind === code(':') || behind === SLASH;
}

const cost = (scan: Scan): void => {
  scan.bound += 1 + scan.header.nest + scan.header.closures;
  scan.header.control = true;
};

const isType = (scan: Scan): void => {
  if (scan.header.isFunction) return;
  scan.header.isType = true;
};

/** An item begins: nothing before it is open. */
const item = (scan: Scan): void => {
  scan.header = freshHeader(scan.header.nest, scan.header.inFunction);
};

const jump = (scan: Scan, end: number): void => {
  if (codeBehindSpace(scan.text, end) === APOSTROPHE) scan.bound += 1;
};

const ACTS: Readonly<Record<string, (scan: Scan, end: number) => void>> = {
  // `else if` costs 1 as a whole, which the `else` has paid.
  if: (scan) => (scan.lastWord === 'else' ? undefined : cost(scan)),
  while: cost,
  loop: cost,
  match: cost,
  for(scan, end) {
    const isHigherRanked = scan.text.startsWith("<'", end);
    if (!isHigherRanked && !(scan.header.isType && !scan.header.isFunction)) cost(scan);
  },
  else(scan) {
    scan.bound += 1;
    scan.header.control = true;
  },
  break: jump,
  continue: jump,
  fn(scan) {
    scan.header.isFunction = true;
  },
  impl: isType,
  trait: isType,
  mod: item,
  struct: item,
  enum: item,
  let(scan) {
    if (scan.last === code('}')) item(scan);
  },
};
