import type { Range } from '../src/core/range.ts';

/**
 * The characters that leave with a unit: its lines from the first column, and the blank lines behind it. Where it shares a line with
 * something else, only its own characters and the spaces behind them.
 * @param floor nothing before this offset belongs to it
 */
export function cutOf(text: string, unit: Range, floor: number): Range {
  const lineStart = text.lastIndexOf('\n', unit.start - 1) + 1;
  const alone = lineStart >= floor && /^[ \t]*$/.test(text.slice(lineStart, unit.start));
  const start = alone ? lineStart : unit.start;
  let end = unit.end;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  const newline = /^\r?\n/.exec(text.slice(end, end + 2));
  if (!newline) return { start, end };
  if (!alone) return { start, end: unit.end };
  end += newline[0].length;
  for (let blank = BLANK.exec(text.slice(end, end + 200)); blank; blank = BLANK.exec(text.slice(end, end + 200)))
    end += blank[0].length;
  return { start, end };
}

const BLANK = /^[ \t]*\r?\n/;

/** Where the blank end of a text begins: behind the last character that is no space, and behind its newline. */
export function trailingBlank(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text[last - 1]!)) last -= 1;
  const newline = /^[ \t]*\r?\n/.exec(text.slice(last, end));
  return newline ? last + newline[0].length : last;
}
