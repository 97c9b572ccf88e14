import { expect, test } from 'vitest';
import type { Plan } from '../../../../src/core/plan.ts';
import { planFile, withCoChange } from '../../../../src/engine/plan/plan-file.ts';
import type { FileLines } from '../../../../src/git/history.ts';
import { historyOf } from '../../../helpers/history-of.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { fileOfSubjects } from '../outline-text.ts';

const TEXT = fileOfSubjects('python', 3, 4, 20);
const lineOf = (name: string): number => TEXT.split('\n').findIndex((line) => line.startsWith(`def ${name}(`)) + 1;
const plan = planFile(memoryView({ 'a.py': TEXT }), { path: 'a.py', limit: 150 });
const functionsIn = ({ units }: Plan['modules'][number]): string[] =>
  units.filter((id) => id.startsWith('def ')).map((id) => id.slice(4));
const [first, second] = plan.modules.map(functionsIn);

/** Each commit: what it changed, and how many files it touches. */
function recorded(commits: readonly (readonly [names: readonly string[], size?: number])[]): Plan {
  const touches = commits.map(
    ([names], i) => [i, names.flatMap((name) => [lineOf(name), lineOf(name) + 1])] as const,
  ) satisfies FileLines['touches'];
  const history = historyOf(
    commits.map(([, size = 1]) => ['a.py', ...Array.from({ length: size - 1 }, (_, i) => `other-${i}`)]),
    new Map([['a.py', { touches, added: [] }]]),
  );
  const result = withCoChange(memoryView({ 'a.py': TEXT }, { history }), plan);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

test('commits are counted for each module, and pairs that changed together are listed', () => {
  const [a, b] = first! as [string, string];
  const [c] = second! as [string];
  const { coChange, modules } = recorded([[[a, b]], [[a, b]], [[a, b, c]], [[a, c]], [[c]]]);
  expect(modules.slice(0, 2).map(({ evidence }) => evidence!.changes)).toEqual([
    { commits: 4, alone: 2 },
    { commits: 3, alone: 1 },
  ]);
  const pair = (one: string, other: string, commits: number) => ({
    units: [one, other].sort((x, y) => lineOf(x) - lineOf(y)).map((name) => `def ${name}`),
    commits,
  });
  expect(coChange).toEqual({
    since: '2025-01-15',
    commits: 5,
    pairs: [pair(a, b, 3), pair(a, c, 2)],
    morePairs: 0,
  });
});

test('a commit of more than 30 files counts for nothing', () => {
  const [a, b] = first! as [string, string];
  expect(recorded([[[a, b], 31], [[a, b], 30], [[a, b]]]).coChange).toMatchObject({
    commits: 2,
    pairs: [{ commits: 2 }],
  });
});

test('a list of pairs ends, and says by how much', () => {
  const all = plan.modules.flatMap(functionsIn);
  const { pairs, morePairs } = recorded([[all], [all]]).coChange!;
  expect(pairs.length + morePairs).toBe((all.length * (all.length - 1)) / 2);
  expect(pairs).toHaveLength(50);
});

test('nothing is placed otherwise, and without a history of lines the reason comes back', () => {
  const [a, b] = first! as [string, string];
  const { coChange: _, modules, ...rest } = recorded([[[a, b]], [[a, b]]]);
  const { modules: before, ...same } = plan;
  expect(rest).toEqual(same);
  expect(modules.map(({ name, units }) => [name, units])).toEqual(before.map(({ name, units }) => [name, units]));
  expect(withCoChange(memoryView({ 'a.py': TEXT }), plan)).toBe('the files are in memory');
});
