import { createRequire } from 'node:module';
import type stringWidth from 'string-width';
import { loadLate } from '../core/load-late.ts';

const require = createRequire(import.meta.url);

/** Columns that a text takes on a terminal: wide characters take two. */
export const widthOf = (text: string): number => (PLAIN.test(text) ? text.length : widthOfAny(text));

/** Letters of one column, and the signs that our own tables use. For others the package asks Intl: 50 ms to load, so only at first use. */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff\u2264\u2265\u2500-\u259f\u2713-\u2718]*$/;

function widthOfAny(text: string): number {
  const { default: width } = loadLate(() => require('string-width') as { default: typeof stringWidth });
  return width(text);
}

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Cuts at the end: `Evaluator::ev…`. */
export function cutEnd(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `${take([...text], width - 1).join('')}…`;
}

/** Cuts at the front, since the end of a path tells more: `…-ty/src/display.rs`. */
export function cutStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `…${take([...text].reverse(), width - 1)
    .reverse()
    .join('')}`;
}

/** By code point: a mark that joins the letter before it takes no column, and joiners do not get past `sanitize`. */
function take(characters: readonly string[], width: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const character of characters) {
    used += widthOf(character);
    if (used > width) break;
    taken.push(character);
  }
  return taken;
}

/** 1234567 -> `1,234,567`, in every locale. */
export const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 file`, `2 files`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;
