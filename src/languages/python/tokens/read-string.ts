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
  const index = head.search(/["']/);
  const prefix = head.slice(0, index).toLowerCase();
  const fields: Range[] = [];
  const reading = {
    text,
    quote: head.slice(index),
    isRaw: prefix.includes('r'),
    isFormatted: /[ft]/.test(prefix),
    fields,
  };
  return { end: readLiteral(reading, opened), fields };
}

/** From behind the opening quotes to behind the closing ones. */
function readLiteral(reading: Reading, from: number): number {
  const { text, quote } = reading;
  let position = from;
  while (position < text.length && !isCutOff(reading, position)) {
    if (text.startsWith(quote, position)) return position + quote.length;
    position = afterSign(reading, position);
  }
  return position;
}

/** A line break ends a string of one line. */
const isCutOff = ({ text, quote }: Reading, offset: number): boolean =>
  quote.length === 1 && (text[offset] === '\n' || text[offset] === '\r');

function afterSign(reading: Reading, offset: number): number {
  const { text, isFormatted } = reading;
  if (text[offset] === '\\') return offset + escapeWidth(reading, offset);
  if (text[offset] !== '{' || !isFormatted) return offset + 1;
  return text[offset + 1] === '{' ? offset + 2 : readField(reading, offset + 1);
}

/** `\N{DASH}` holds no expression; `\{` begins one. */
function escapeWidth({ text, isRaw, isFormatted }: Reading, offset: number): number {
  const next = text[offset + 1];
  if (next === '\r' && text[offset + 2] === '\n') return 3;
  if (!isFormatted) return 2;
  if (next === 'N' && !isRaw && text[offset + 2] === '{') return Math.max(text.indexOf('}', offset) + 1 - offset, 2);
  return next === '{' ? 1 : 2;
}

/** From behind the `{` to behind its `}`. */
function readField(reading: Reading, from: number): number {
  const end = expressionEnd(reading.text, from);
  reading.fields.push({ start: from, end });
  const { text, quote } = reading;
  let position = end;
  while (position < text.length && !text.startsWith(quote, position) && !isCutOff(reading, position)) {
    if (text[position] === '}') return position + 1;
    position = text[position] === '{' ? readField(reading, position + 1) : position + 1;
  }
  return position;
}

/** At `}`, at `!r`, or at the `:` of a format, outside of any bracket and string. */
function expressionEnd(text: string, from: number): number {
  let depth = 0;
  let position = from;
  while (position < text.length && !(depth === 0 && endsField(text, position))) {
    const sign = text[position]!;
    if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth -= 1;
    position = afterPiece(text, position);
  }
  return position;
}

const endsField = (text: string, offset: number): boolean =>
  text[offset] === '}' || text[offset] === ':' || (text[offset] === '!' && text[offset + 1] !== '=');

/** Behind a comment, a string (since 3.12 of any quotes), or one sign. */
function afterPiece(text: string, offset: number): number {
  if (text[offset] === '#') return matchEnd(REST_OF_LINE, text, offset);
  const inner = /\w/.test(text[offset - 1] ?? '') ? null : readString(text, offset);
  return inner?.end ?? offset + 1;
}
