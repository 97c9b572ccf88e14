import { expect, test } from 'vitest';
import { authorsOf, churnOf, monthsBetween } from '../../../analyzers/churn/count-changes.ts';
import { ownersOf } from '../../../analyzers/churn/find-owners.ts';
import { functionChurn } from '../../../analyzers/churn/function-churn.ts';
import type { FileLines } from '../../../src/git/history.ts';
import { historyOf } from '../../helpers/history-of.ts';

test.each([
  ['2026-01-31', '2026-02-28', 0],
  ['2026-01-15', '2026-02-15', 1],
  ['2025-12-31', '2026-01-01', 0],
  ['2024-02-29', '2026-03-01', 24],
  ['2026-02-01', '2026-01-01', 0],
])('from %s to %s are %i whole months', (from, to, months) => {
  expect(monthsBetween(from, to)).toBe(months);
});

test('files together count each commit once', () => {
  const history = historyOf([['a', 'b'], ['a'], ['b']]);
  expect(churnOf(history, ['a'])!.revisions).toBe(2);
  expect(churnOf(history, ['a', 'b'])).toMatchObject({ revisions: 3, authors: 2 });
  expect(churnOf(history, ['c'])).toMatchObject({ revisions: 0, lastChange: null, age: null, fragmentation: 0 });
});

test('authors by commits, the most first, then by name', () => {
  const history = historyOf([['a'], ['a', 'b'], ['b'], ['a', 'b']]);
  expect(authorsOf(history, ['a'])).toEqual([
    ['Bob', 2],
    ['Ada', 1],
  ]);
  expect(authorsOf(history, ['a', 'b'])).toEqual([
    ['Ada', 2],
    ['Bob', 2],
  ]);
  expect(authorsOf(history, ['c'])).toEqual([]);
  expect(authorsOf({ status: 'shallow', reason: '' }, ['a'])).toEqual([]);
});

test('fragmentation and trend', () => {
  // Authors by turns, one commit a month, the newest in HEAD's.
  const { fragmentation, trend } = churnOf(historyOf(Array(4).fill(['a'])), ['a'])!;
  expect(fragmentation).toBeCloseTo(0.5, 12);
  expect(trend).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
});

const lines = (more: Partial<FileLines>) =>
  historyOf([['a'], ['a'], ['a']], new Map([['a', { touches: [], added: [], ...more }]]));

test.each([
  [[['x', 60] as const, ['y', 40] as const], 'x', 1],
  [[['x', 50] as const, ['y', 50] as const], 'x', 2],
  [[['y', 30] as const, ['x', 30] as const, ['z', 30] as const], 'x', 2],
])('owners of %j', (added, mainAuthor, busFactor) => {
  expect(ownersOf(lines({ added }), ['a'])).toMatchObject({ mainAuthor, busFactor });
});

test.each([
  ['a line inside', [5, 6], 1],
  ['its first line', [4, 5], 1],
  ['its last line', [9, 10], 1],
  ['the line above', [3, 4], 0],
  ['the line below', [10, 11], 0],
  ['all of it', [1, 90], 1],
  ['lines taken away inside', [7, 7], 1],
  ['lines taken away above', [4, 4], 0],
  ['lines taken away below', [10, 10], 0],
])('a function of lines 4 to 9: %s', (_, range, revisions) => {
  const [churn] = functionChurn(lines({ touches: [[1, range]] }), 'a', [{ line: 4, lines: 6 }])!;
  expect(churn!.revisions).toBe(revisions);
});

test('without lines nothing is said of functions and owners', () => {
  const history = historyOf([['a']]);
  expect([functionChurn(history, 'a', []), ownersOf(history, ['a'])]).toEqual([null, null]);
});
