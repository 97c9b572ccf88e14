import type { Hunks } from './line-changes.ts';

/** Where lines of one version stand in another: `[start, end)`; equal for a place between two lines. */
export type LineRange = readonly [start: number, end: number];

/**
 * From first to last through two differences, one after the other. What both changed becomes one hunk.
 * @param first from version A to B
 * @param second from version B to C
 */
export function composeHunks(first: Hunks, second: Hunks): number[] {
  const a: Cursor = { hunks: first, middle: 2, at: 0, shift: 0 };
  const c: Cursor = { hunks: second, middle: 0, at: 0, shift: 0 };
  const result: number[] = [];
  while (!isDone(a) || !isDone(c)) {
    const [toA, toC] = [a.shift, c.shift];
    const group = take(isDone(c) || (!isDone(a) && isBefore(a, c)) ? a : c, null);
    while (overlaps(a, group) || overlaps(c, group)) take(overlaps(a, group) ? a : c, group);
    const [startA, startC] = [group.low + toA, group.low + toC];
    const [countA, countC] = [group.high + a.shift - startA, group.high + c.shift - startC];
    if (countA > 0 || countC > 0) result.push(startA, countA, startC, countC);
  }
  return result;
}

/** Goes through the hunks of one difference by their lines in the version in the middle. */
interface Cursor {
  readonly hunks: Hunks;
  /** Where in a hunk the side of the middle stands. */
  readonly middle: 0 | 2;
  at: number;
  /** How far a line that is not changed stands from where it is in the middle. */
  shift: number;
}

/** Lines of the middle, `[low, high)`. */
interface Group {
  low: number;
  high: number;
}

const isDone = ({ hunks, at }: Cursor): boolean => at >= hunks.length;
const startOf = ({ hunks, at, middle }: Cursor): number => hunks[at + middle]!;
const endOf = ({ hunks, at, middle }: Cursor): number => hunks[at + middle]! + hunks[at + middle + 1]!;

const isBefore = (a: Cursor, b: Cursor): boolean =>
  startOf(a) < startOf(b) || (startOf(a) === startOf(b) && endOf(a) <= endOf(b));

const overlaps = (cursor: Cursor, { low, high }: Group): boolean =>
  !isDone(cursor) && startOf(cursor) < high && endOf(cursor) > low;

/** The cursor's hunk joins the group, or begins one. */
function take(cursor: Cursor, group: Group | null): Group {
  const [start, end] = [startOf(cursor), endOf(cursor)];
  const other = cursor.at + 2 - cursor.middle;
  cursor.shift = cursor.hunks[other]! + cursor.hunks[other + 1]! - end;
  cursor.at += 4;
  if (group === null) return { low: start, high: end };
  group.low = Math.min(group.low, start);
  group.high = Math.max(group.high, end);
  return group;
}

/** Where a range of the first version of a difference stands in the last one. Lines that were replaced map onto what replaced them, in proportion. */
export function carryRange(hunks: Hunks, [start, end]: LineRange): LineRange {
  if (start === end) {
    const place = carryPlace(hunks, start, false);
    return [place, place];
  }
  const from = carryPlace(hunks, start, false);
  return [from, Math.max(from, carryPlace(hunks, end, true))];
}

/** @param isEnd the place belongs to the line before it */
function carryPlace(hunks: Hunks, place: number, isEnd: boolean): number {
  const hunk = lastHunkFrom(hunks, isEnd ? place - 1 : place);
  if (hunk === -1) return place;
  const [a, b, c, d] = [hunks[hunk]!, hunks[hunk + 1]!, hunks[hunk + 2]!, hunks[hunk + 3]!];
  const inside = place - a;
  if (inside >= b) return place - (a + b) + c + d;
  return c + (isEnd ? Math.ceil((inside * d) / b) : Math.floor((inside * d) / b));
}

/** The index of the last hunk that begins at a line or above it; -1 for none. */
function lastHunkFrom(hunks: Hunks, line: number): number {
  let [low, high] = [0, hunks.length / 4];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hunks[4 * middle]! <= line) low = middle + 1;
    else high = middle;
  }
  return 4 * (low - 1) < 0 ? -1 : 4 * (low - 1);
}
