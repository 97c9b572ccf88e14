import type { Hunks } from './line-changes.ts';

/** Where lines of one version stand in another: `[start, end)`; equal for a place between two lines. */
export type LineRange = readonly [start: number, end: number];

/**
 * From first to last through two differences, one after the other. What both changed becomes one hunk.
 * @param first from version A to B
 * @param second from version B to C
 */
export function composeHunks(first: Hunks, second: Hunks): number[] {
  const result: number[] = [];
  let [i, j] = [0, 0];
  // How far a line of B that nothing changed stands from the same line of A, and of C.
  let [toA, toC] = [0, 0];
  while (i < first.length || j < second.length) {
    const fromFirst = i < first.length && (j >= second.length || startsBefore(first, i, second, j));
    let low = fromFirst ? first[i + 2]! : second[j]!;
    let high = low;
    const [baseA, baseC] = [toA, toC];
    // Whatever overlaps what is gathered so far joins it.
    for (let grown = true, isFirst = true; grown; isFirst = false) {
      grown = false;
      while (i < first.length && joins(first[i + 2]!, first[i + 3]!, low, high, isFirst && fromFirst)) {
        low = Math.min(low, first[i + 2]!);
        high = Math.max(high, first[i + 2]! + first[i + 3]!);
        toA = first[i]! + first[i + 1]! - (first[i + 2]! + first[i + 3]!);
        i += 4;
        grown = true;
        isFirst = false;
      }
      while (j < second.length && joins(second[j]!, second[j + 1]!, low, high, isFirst && !fromFirst)) {
        low = Math.min(low, second[j]!);
        high = Math.max(high, second[j]! + second[j + 1]!);
        toC = second[j + 2]! + second[j + 3]! - (second[j]! + second[j + 1]!);
        j += 4;
        grown = true;
        isFirst = false;
      }
    }
    const [startA, startC] = [low + baseA, low + baseC];
    const [countA, countC] = [high + toA - startA, high + toC - startC];
    if (countA > 0 || countC > 0) result.push(startA, countA, startC, countC);
  }
  return result;
}

const startsBefore = (first: Hunks, i: number, second: Hunks, j: number): boolean =>
  first[i + 2]! < second[j]! || (first[i + 2]! === second[j]! && first[i + 3]! <= second[j + 1]!);

/** The hunk that a group begins with always belongs to it. */
const joins = (start: number, count: number, low: number, high: number, begins: boolean): boolean =>
  begins || (start < high && start + count > low);

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
  const at = lastHunkFrom(hunks, isEnd ? place - 1 : place);
  if (at === -1) return place;
  const [a, b, c, d] = [hunks[at]!, hunks[at + 1]!, hunks[at + 2]!, hunks[at + 3]!];
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
