import type { Tree } from './read-tree.ts';

/** A run of items of two lists between items that are equal: what left the first, and what came in its place. */
export interface Gap {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** The equal items that stand around the gap, in the first list and in the second; null at an end. */
  readonly above: readonly [number, number] | null;
}

/** The longest common subsequence by digest; lists over `MOST` are compared from both ends only. */
export function align(before: readonly Tree[], after: readonly Tree[]): Gap[] {
  const gaps: Gap[] = [];
  let [i, j] = [0, 0];
  let above: readonly [number, number] | null = null;
  const close = (x: number, y: number): void => {
    if (x > i || y > j) gaps.push({ before: range(i, x), after: range(j, y), above });
  };
  for (const [x, y] of matches(before, after)) {
    close(x, y);
    [i, j] = [x + 1, y + 1];
    above = [x, y];
  }
  close(before.length, after.length);
  return gaps;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n);

const MOST = 2_000;

function matches(before: readonly Tree[], after: readonly Tree[]): [number, number][] {
  let head = 0;
  const isSame = (i: number, j: number): boolean => before[i]!.digest === after[j]!.digest;
  while (head < before.length && head < after.length && isSame(head, head)) head += 1;
  let tail = 0;
  const room = Math.min(before.length, after.length) - head;
  while (tail < room && isSame(before.length - 1 - tail, after.length - 1 - tail)) tail += 1;
  const [rows, columns] = [before.length - head - tail, after.length - head - tail];
  const found: [number, number][] = range(0, head).map((n) => [n, n]);
  if (rows <= MOST && columns <= MOST) found.push(...middle(rows, columns, (i, j) => isSame(head + i, head + j), head));
  for (let n = tail; n > 0; n--) found.push([before.length - n, after.length - n]);
  return found;
}

function middle(rows: number, columns: number, isSame: (i: number, j: number) => boolean, offset: number) {
  const best = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      best[i]![j] = isSame(i, j) ? best[i + 1]![j + 1]! + 1 : Math.max(best[i + 1]![j]!, best[i]![j + 1]!);
  const found: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < rows && j < columns; )
    if (isSame(i, j)) found.push([offset + i++, offset + j++]);
    else if (best[i + 1]![j]! >= best[i]![j + 1]!) i += 1;
    else j += 1;
  return found;
}
