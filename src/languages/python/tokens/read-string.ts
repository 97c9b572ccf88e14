import type { Range } from '../../../core/range.ts';
import { matchEnd } from './match-end.ts';

/** Where a string ends, and the expressions in it: without braces, conversion and format, but for those within formats. */
export interface ReadString {
  readonly end: number;
  readonly fields: readonly Range[];
}

interface Reading {
  readonly text: string;
  readonly quote: string;
  readonly isRaw: boolean;
  readonly isFormatted: boolean;
  readonly fields: Range[];
}

const OPENING = /(?:[bB][rR]?|[rR][bB]?|[uU]|[fFtT][rR]?|[rR][fFtT])?(?:"""|'''|"|')/y;
const REST_OF_LINE = /[^\r\n]*/y;

/** The string that begins here; null if none does. One that is not closed reaches to the end of its line, or of the text. */
export function readString(text: string, start: number): ReadString | null {
  const opened = matchEnd(OPENING, text, start);
  if (opened === start) return null;
  const head = text.slice(start, opened);
  const at = head.search(/["']/);
  const prefix = head.slice(0, at).toLowerCase();
  const fields: Range[] = [];
  const reading = {
    text,
    quote: head.slice(at),
    isRaw: prefix.includes('r'),
    isFormatted: /[ft]/.test(prefix),
    fields,
  };
  return { end: readLiteral(reading, opened), fields };
}

/** From behind the opening quotes to behind the closing ones. */
function readLiteral(reading: Reading, from: number): number {
  const { text, quote } = reading;
  let at = from;
  while (at < text.length && !isCutOff(reading, at)) {
    if (text.startsWith(quote, at)) return at + quote.length;
    at = afterSign(reading, at);
  }
  return at;
}

/** A line break ends a string of one line. */
const isCutOff = ({ text, quote }: Reading, at: number): boolean =>
  quote.length === 1 && (text[at] === '\n' || text[at] === '\r');

function afterSign(reading: Reading, at: number): number {
  const { text, isFormatted } = reading;
  if (text[at] === '\\') return at + escapeWidth(reading, at);
  if (text[at] !== '{' || !isFormatted) return at + 1;
  return text[at + 1] === '{' ? at + 2 : readField(reading, at + 1);
}

/** `\N{DASH}` holds no expression; `\{` begins one. */
function escapeWidth({ text, isRaw, isFormatted }: Reading, at: number): number {
  const next = text[at + 1];
  if (next === '\r' && text[at + 2] === '\n') return 3;
  if (!isFormatted) return 2;
  if (next === 'N' && !isRaw && text[at + 2] === '{') return Math.max(text.indexOf('}', at) + 1 - at, 2);
  return next === '{' ? 1 : 2;
}

/** From behind the `{` to behind its `}`. */
function readField(reading: Reading, from: number): number {
  const end = expressionEnd(reading.text, from);
  reading.fields.push({ start: from, end });
  const { text, quote } = reading;
  let at = end;
  while (at < text.length && !text.startsWith(quote, at) && !isCutOff(reading, at)) {
    if (text[at] === '}') return at + 1;
    at = text[at] === '{' ? readField(reading, at + 1) : at + 1;
  }
  return at;
}

/** At `}`, at `!r`, or at the `:` of a format, outside of any bracket and string. */
function expressionEnd(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length && !(depth === 0 && endsField(text, at))) {
    const sign = text[at]!;
    if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth -= 1;
    at = afterPiece(text, at);
  }
  return at;
}

const endsField = (text: string, at: number): boolean =>
  text[at] === '}' || text[at] === ':' || (text[at] === '!' && text[at + 1] !== '=');

/** Behind a comment, a string (since 3.12 of any quotes), or one sign. */
function afterPiece(text: string, at: number): number {
  if (text[at] === '#') return matchEnd(REST_OF_LINE, text, at);
  const inner = /\w/.test(text[at - 1] ?? '') ? null : readString(text, at);
  return inner?.end ?? at + 1;
}
