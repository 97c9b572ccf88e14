import { endOfPythonString } from './python-literals.ts';
import { codeBehindSpace, endOfWord, isWord, openNames } from './words.ts';

/** What an indented block is in. */
interface Block {
  readonly indent: number;
  readonly nest: number;
  readonly inFunction: boolean;
}

/** An expression between two commas of one bracket: its conditional expressions nest what it holds, before and behind them. */
interface Part {
  conditionals: number;
  lambdas: number;
  /** Conditional expressions in brackets of it. */
  inside: number;
  /** Those of the parts before it in its bracket. */
  readonly earlier: number;
  /** A lambda's parameters are open: a comma ends none of them. */
  inParameters: boolean;
}

interface Scan {
  readonly text: string;
  readonly names: ReturnType<typeof openNames>;
  readonly blocks: Block[];
  readonly parts: Part[];
  nest: number;
  inFunction: boolean;
  indent: number;
  /** The next word is the first of its statement. */
  isFirst: boolean;
  lastWord: string;
  bound: number;
}

const code = (char: string): number => char.charCodeAt(0);
const NEWLINE = 10;

/** At least the cognitive complexity of a Python file, from its characters alone: a statement nests by its indentation, an expression by its brackets. */
export function pythonBound(text: string): number {
  const scan: Scan = {
    text,
    names: openNames(),
    blocks: [],
    parts: [emptyPart()],
    nest: 0,
    inFunction: false,
    indent: 0,
    isFirst: true,
    lastWord: '',
    bound: 0,
  };
  let at = beginLine(scan, 0);
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (isWord(char)) at = readWord(scan, at);
    else at = readSign(scan, at, char);
  }
  endLine(scan);
  return scan.bound;
}

const emptyPart = (earlier = 0): Part => ({ conditionals: 0, lambdas: 0, inside: 0, earlier, inParameters: false });

/** Reads the indentation of the next line that holds code. @returns where that code begins */
function beginLine(scan: Scan, start: number): number {
  const { text } = scan;
  let indent = 0;
  for (let at = start; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === code(' ')) indent += 1;
    else if (char === code('\t')) indent += 8;
    else if (char === NEWLINE || char === 13 || char === 12) indent = 0;
    else if (char === code('#')) at = endOfLine(text, at) - 1;
    // A mark of byte order stands before the first line.
    else if (char < 128) {
      enter(scan, indent);
      return at;
    }
  }
  return text.length;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

function enter(scan: Scan, indent: number): void {
  const { blocks } = scan;
  while (blocks.length > 0 && blocks[blocks.length - 1]!.indent >= indent) blocks.pop();
  const block = blocks[blocks.length - 1];
  scan.nest = block?.nest ?? 0;
  scan.inFunction = block?.inFunction ?? false;
  scan.indent = indent;
  scan.isFirst = true;
  scan.lastWord = '';
}

function endLine(scan: Scan): void {
  while (scan.parts.length > 1) closeBracket(scan);
  closePart(scan);
}

function readSign(scan: Scan, at: number, char: number): number {
  const { text } = scan;
  if (char === code('"') || char === code("'")) return readString(scan, at, '');
  if (char === code('#')) return endOfLine(text, at);
  if (char === code('\\')) return text.charCodeAt(at + 1) === 13 ? at + 3 : at + 2;
  if (char === NEWLINE && scan.parts.length === 1) {
    endLine(scan);
    return beginLine(scan, at + 1);
  }
  if (char > 32) {
    readBracket(scan, char);
    scan.lastWord = '';
    if (char !== code('@')) scan.isFirst = false;
  }
  return at + 1;
}

function readBracket(scan: Scan, char: number): void {
  const part = scan.parts[scan.parts.length - 1]!;
  if (char === code('(') || char === code('[') || char === code('{')) scan.parts.push(emptyPart());
  else if (char === code(')') || char === code(']') || char === code('}')) closeBracket(scan);
  else if (char === code(':')) part.inParameters = false;
  else if (char === code(',') && !part.inParameters) closePart(scan);
}

function closeBracket(scan: Scan): void {
  if (scan.parts.length === 1) return;
  const inside = closePart(scan);
  scan.parts.pop();
  scan.parts[scan.parts.length - 1]!.inside += inside;
}

/** Counts what a part's conditional expressions cost, and begins the next. @returns how many there are in this bracket so far */
function closePart(scan: Scan): number {
  const { parts, nest } = scan;
  const { conditionals, lambdas, inside, earlier } = parts[parts.length - 1]!;
  const around = conditionals + lambdas;
  scan.bound += conditionals * (nest + around) + inside * around;
  const soFar = earlier + conditionals + inside;
  parts[parts.length - 1] = emptyPart(soFar);
  return soFar;
}

function readString(scan: Scan, at: number, prefix: string): number {
  const end = endOfPythonString(scan.text, at, /[ft]/i.test(prefix));
  scan.isFirst = false;
  scan.lastWord = '';
  // Interpolations are code: every word of such a string is taken for code.
  if (/[ft]/i.test(prefix))
    for (const [word] of scan.text.slice(at, end).matchAll(/\b(?:if|lambda|and|or)\b/g)) WORDS[word]!(scan);
  return end;
}

function readWord(scan: Scan, at: number): number {
  const { text } = scan;
  const end = endOfWord(text, at);
  const word = text.slice(at, end);
  const next = text.charCodeAt(end);
  if ((next === code('"') || next === code("'")) && /^[bfrtu]{1,3}$/i.test(word)) return readString(scan, end, word);
  if (scan.isFirst && word === 'async') return end;
  if (scan.isFirst && Object.hasOwn(STATEMENTS, word)) STATEMENTS[word]!(scan);
  else if (Object.hasOwn(WORDS, word)) WORDS[word]!(scan);
  else if (scan.lastWord === 'def') scan.names.define(word);
  else if (codeBehindSpace(text, end) === code('(')) scan.bound += scan.names.called(word);
  scan.isFirst = false;
  scan.lastWord = word;
  return end;
}

const push = (scan: Scan, nest: number, inFunction = scan.inFunction): void => {
  scan.blocks.push({ indent: scan.indent, nest, inFunction });
  // A body may stand on the same line.
  scan.nest = Math.max(scan.nest, nest);
};

const nesting =
  (cost: (nest: number) => number) =>
  (scan: Scan): void => {
    scan.bound += cost(scan.nest);
    push(scan, scan.nest + 1);
  };

const branch = nesting((nest) => 1 + nest);
const flat = nesting(() => 1);
const block = (scan: Scan): void => push(scan, scan.nest);

const STATEMENTS: Readonly<Record<string, (scan: Scan) => void>> = {
  if: branch,
  for: branch,
  while: branch,
  except: branch,
  match: branch,
  elif: flat,
  else: flat,
  try: block,
  finally: block,
  with: block,
  case: block,
  class: (scan) => push(scan, 0),
  def: (scan) => push(scan, scan.inFunction ? scan.nest + 1 : 0, true),
};

const WORDS: Readonly<Record<string, (scan: Scan) => void>> = {
  // Of a comprehension or a guard it costs nothing; that is not told apart.
  if(scan) {
    scan.parts[scan.parts.length - 1]!.conditionals += 1;
  },
  lambda(scan) {
    const part = scan.parts[scan.parts.length - 1]!;
    part.lambdas += 1;
    part.inParameters = true;
  },
  and(scan) {
    scan.bound += 1;
  },
  or(scan) {
    scan.bound += 1;
  },
};
