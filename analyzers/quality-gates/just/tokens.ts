/** One word, string or sign of a justfile. */
export interface Token {
  readonly kind: 'name' | 'string' | 'backtick' | 'sign';
  /** A string's text without its quotes, escapes resolved. */
  readonly text: string;
}

/** A logical line of a justfile: what stands there, and the indented lines below it. */
export interface Item {
  readonly tokens: readonly Token[];
  /** 1-based. */
  readonly line: number;
  readonly body: readonly string[];
  /** 1-based line of the first line of the body. */
  readonly bodyLine: number;
}

const PIECE =
  /(?<blank>[ \t\r]+|\\\r?\n)|(?<comment>#[^\n]*)|(?<raw>[xf]?'''[\s\S]*?'''|[xf]?'[^']*')|(?<cooked>[xf]?"""(?:\\[\s\S]|[^\\])*?"""|[xf]?"(?:\\[\s\S]|[^"\\])*")|(?<backtick>```[\s\S]*?```|`[^`]*`)|(?<name>[A-Za-z_][\w-]*)|(?<sign>:=|::|==|!=|=~|!~|&&|\|\||[\s\S])/y;

const OPENING = '([{';
const CLOSING = ')]}';

/** The items of a justfile in order; lists in brackets may go over several lines. */
export function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  let position = 0;
  let line = 1;
  while (position < text.length) {
    const start = line;
    const { tokens, end } = lineOfTokens(text, position);
    line += newlines(text, position, end);
    const bodyLine = line;
    const { rows, end: after } = indented(text, end);
    const isIndented = /[ \t]/.test(text[position] ?? '');
    if (tokens.length > 0 && !isIndented) items.push({ tokens, line: start, body: rows, bodyLine });
    line += newlines(text, end, after);
    position = after;
  }
  return items;
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (text[i] === '\n') count++;
  return count;
}

function lineOfTokens(text: string, from: number): { tokens: Token[]; end: number } {
  const tokens: Token[] = [];
  let position = from;
  let depth = 0;
  while (position < text.length) {
    PIECE.lastIndex = position;
    const found = PIECE.exec(text)!;
    position = PIECE.lastIndex;
    const { blank, comment, sign } = found.groups!;
    if (blank !== undefined || comment !== undefined) continue;
    if (sign === '\n') {
      if (depth === 0) break;
      continue;
    }
    if (sign !== undefined && OPENING.includes(sign)) depth++;
    if (sign !== undefined && CLOSING.includes(sign)) depth = Math.max(0, depth - 1);
    tokens.push(tokenOf(found.groups!, found[0]));
  }
  return { tokens, end: position };
}

function tokenOf({ raw, cooked, backtick, name }: Readonly<Record<string, string | undefined>>, text: string): Token {
  if (raw !== undefined) return { kind: 'string', text: dedented(raw.replace(/^[xf]/, ''), "'") };
  if (cooked !== undefined) return { kind: 'string', text: unescaped(dedented(cooked.replace(/^[xf]/, ''), '"')) };
  if (backtick !== undefined) return { kind: 'backtick', text };
  return { kind: name === undefined ? 'sign' : 'name', text };
}

function dedented(quoted: string, quote: string): string {
  if (!quoted.startsWith(quote.repeat(3))) return quoted.slice(1, -1);
  const inner = quoted.slice(3, -3).replace(/^\r?\n/, '');
  const rows = inner.split('\n').filter((row) => row.trim() !== '');
  const indent = rows.reduce((least, row) => Math.min(least, /^\s*/.exec(row)![0].length), Number.MAX_SAFE_INTEGER);
  return inner
    .split('\n')
    .map((row) => row.slice(Math.min(indent, row.length)))
    .join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\n': '' };

const unescaped = (text: string): string => text.replace(/\\([\s\S])/g, (_, one: string) => ESCAPES[one] ?? one);

/** Indented lines below an item, blank ones between them. */
function indented(text: string, from: number): { rows: string[]; end: number } {
  const rows: string[] = [];
  let end = from;
  let position = from;
  while (position < text.length) {
    const stop = text.indexOf('\n', position);
    const next = stop === -1 ? text.length : stop + 1;
    const row = text.slice(position, stop === -1 ? text.length : stop).replace(/\r$/, '');
    if (row.trim() !== '' && !/^[ \t]/.test(row)) break;
    position = next;
    rows.push(row);
    if (row.trim() !== '') end = next;
    else if (next === text.length) break;
  }
  while (rows.length > 0 && rows.at(-1)!.trim() === '') rows.pop();
  return { rows, end };
}
