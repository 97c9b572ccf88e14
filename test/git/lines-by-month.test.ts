import { expect, test } from 'vitest';
import { linesByMonth } from '../../src/git/lines-by-month.ts';
import { openRepository, type Repository } from '../../src/git/open-repository.ts';
import { overTrend } from '../../src/report/html/over-trend.ts';
import { tempRepository } from '../helpers/temp-repository.ts';

const open = async (root: string): Promise<Repository> => (await openRepository(root)).repository!;
const lines = (count: number): string => 'x\n'.repeat(count);

test('lines of each file at the end of each month, by the commits alone; a last line without an end counts', async () => {
  const repo = tempRepository();
  repo.commit({ 'src/a.rs': lines(3), 'b.py': `${lines(1)}y`, 'notes.md': lines(9) }, { day: 0 });
  repo.commit({ 'src/a.rs': lines(7), 'b.py': null }, { day: 65 });
  repo.git('config', 'grep.fullName', 'true');
  repo.write({ 'src/a.rs': lines(50) });
  const months = await linesByMonth(await open(repo.root), ['*.rs', '*.py']);
  expect(months.map(({ day, lines: all }) => [day, Object.fromEntries(all)])).toEqual([
    ['2026-01-05', { 'src/a.rs': 3, 'b.py': 2 }],
    ['2026-02-04', { 'src/a.rs': 3, 'b.py': 2 }],
    ['2026-03-07', { 'src/a.rs': 7 }],
  ]);
  expect(overTrend(months, 2, (path) => path.endsWith('.rs'))).toEqual({
    ceiling: 2,
    months: [
      { day: '2026-01-05', files: 1, lines: 1 },
      { day: '2026-02-04', files: 1, lines: 1 },
      { day: '2026-03-07', files: 1, lines: 5 },
    ],
  });
  expect((await linesByMonth(await open(`${repo.root}/src`), ['*.rs'])).at(-1)!.lines).toEqual(new Map([['a.rs', 7]]));
});

test('one month is no trend; without a commit there is none', async () => {
  const repo = tempRepository();
  expect(await linesByMonth(await open(repo.root), ['*.rs'])).toEqual([]);
  repo.commit({ 'a.rs': lines(3) });
  const months = await linesByMonth(await open(repo.root), ['*.rs']);
  expect([months.length, overTrend(months, 1, () => true)]).toEqual([1, null]);
});
