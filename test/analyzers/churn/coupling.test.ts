import { expect, test } from 'vitest';
import { findCoupling } from '../../../analyzers/churn/coupling.ts';
import { historyOf } from '../../helpers/history-of.ts';

const files = (...names: string[]) =>
  names.map((path) => ({ path, language: path.endsWith('.py') ? ('python' as const) : ('rust' as const) }));
const times = (count: number, commit: readonly string[]): (readonly string[])[] => Array(count).fill(commit);

/** The golden case of code-maat, each commit five times so that its thresholds pass. */
test('degree, average and sums are those of code-maat', () => {
  const commits = [...times(5, ['A', 'B', 'C']), ...times(5, ['A', 'B'])];
  const { pairs, sums } = findCoupling(historyOf(commits), files('A', 'B', 'C'))!;
  expect(pairs.map(({ a, b, degree, shared }) => [a, b, degree, shared])).toEqual([
    ['A', 'B', 100, 10],
    ['A', 'C', 66, 5],
    ['B', 'C', 66, 5],
  ]);
  expect(sums).toEqual([
    { path: 'A', sum: 15 },
    { path: 'B', sum: 15 },
    { path: 'C', sum: 10 },
  ]);
});

test.each([
  ['too few shared commits', [...times(4, ['A', 'B']), ...times(2, ['A']), ...times(2, ['B'])], 0],
  ['just enough', times(5, ['A', 'B']), 1],
  ['a low degree', [...times(5, ['A', 'B']), ...times(13, ['A']), ...times(12, ['B'])], 0],
  ['a degree of 30', [...times(6, ['A', 'B']), ...times(14, ['A']), ...times(14, ['B'])], 1],
  ['commits of 31 files', times(9, ['A', 'B', ...Array.from({ length: 29 }, (_, i) => `${i}`)]), 0],
  ['commits of 30 files', times(9, ['A', 'B', ...Array.from({ length: 28 }, (_, i) => `${i}`)]), 1],
])('%s', (_, commits, found) => {
  expect(findCoupling(historyOf(commits), files('A', 'B'))!.pairs).toHaveLength(found);
});

test('marks pairs across languages, and says nothing without a history', () => {
  const [pair] = findCoupling(
    historyOf(times(6, ['src/lib.rs', 'pkg/api.py'])),
    files('src/lib.rs', 'pkg/api.py'),
  )!.pairs;
  expect(pair!.across).toEqual(['rust', 'python']);
  expect(findCoupling({ status: 'shallow', reason: 'so it is' }, files('A'))).toBeNull();
});
