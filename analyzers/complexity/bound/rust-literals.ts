import { isWord } from './words.ts';

const BACKSLASH = 92;
const APOSTROPHE = 39;

export function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

/** Block comments of Rust hold block comments. */
export function endOfBlockComment(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; ) {
    if (text.startsWith('/*', at)) depth += 1;
    else if (text.startsWith('*/', at)) depth -= 1;
    else {
      at += 1;
      continue;
    }
    at += 2;
    if (depth === 0) return at;
  }
  return text.length;
}

/** Behind the quote that ends a string, whose first stands at `start`. */
export function endOfString(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === quote) return at + 1;
    if (char === BACKSLASH) at += 1;
  }
  return text.length;
}

/** Behind a literal of one character; of a lifetime or label the apostrophe alone. */
export function endOfQuote(text: string, start: number): number {
  const char = text.charCodeAt(start + 1);
  if (char === BACKSLASH) return endOfString(text, start);
  let end = start + 2;
  // However many units a letter beyond ASCII takes, in the text or in its bytes.
  if (char > 127) while (text.charCodeAt(end) > 127) end += 1;
  return text.charCodeAt(end) === APOSTROPHE ? end + 1 : start + 1;
}

/** Behind `r"…"`, `br#"…"#` and the like; null where the word from `start` to `end` begins none. A raw name is read as a word of its own. */
export function endOfRawString(text: string, start: number, end: number): number | null {
  if (!/^(?:r|br|cr)$/.test(text.slice(start, end))) return null;
  let quote = end;
  while (text[quote] === '#') quote += 1;
  if (text[quote] !== '"') return quote > end && isWord(text.charCodeAt(quote)) ? endOfName(text, quote) : null;
  const close = `"${'#'.repeat(quote - end)}`;
  const found = text.indexOf(close, quote + 1);
  return found === -1 ? text.length : found + close.length;
}

function endOfName(text: string, start: number): number {
  let at = start;
  while (isWord(text.charCodeAt(at))) at += 1;
  return at;
}
