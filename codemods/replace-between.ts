import type { Edit } from '../src/core/change-set.ts';

/** One edit that turns a text into another: from the first line that differs to the last. None where they are equal. */
export function replaceBetween(before: string, after: string): Edit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  // A search from in front of the text would begin at its first character.
  start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  // Whole lines: what is equal begins behind a newline.
  const line = before.indexOf('\n', before.length - tail - 1);
  const end = line === -1 ? before.length : line + 1;
  const text = after.slice(start, after.length - (before.length - end));
  return [{ start, end, text, reason: 'facade' }];
}
