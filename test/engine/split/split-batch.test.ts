import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Job } from '../../../src/engine/change/jobs.ts';
import { beginRun, type Run } from '../../../src/engine/change/run.ts';
import { splitBatch } from '../../../src/engine/split/split-batch.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const runOf = (jobs: readonly Job[]): Run => ({
  ...beginRun({
    view: memoryView({}),
    plans: [],
    notes: false,
    asked: [],
    testCommand: null,
    inPlace: false,
    lock: null,
    onAnnounce: () => {},
    receipt: { tool: 'test', appliedAt: '', command: [] },
    onProgress: () => {},
    signal: new AbortController().signal,
  }),
  jobs,
});
const jobOf = (path: string): Job => ({
  path,
  codemod: 'c',
  plan: null,
  run: () => ({ status: 'refused', refusals: [] }),
  refine: undefined,
});

/** Runs a batch in which any set that holds one of `bad` is not proven; says what was written and how often something was tried. */
async function run(count: number, bad: ReadonlySet<string>) {
  const jobs = Array.from({ length: count }, (_, i) => jobOf(`${i}`));
  const tries: string[][] = [];
  let written: string[] | null = null;
  const result = await splitBatch(runOf(jobs), async (some, mode) => {
    const paths = some.jobs.map(({ path }) => path);
    tries.push(paths);
    const proven = !paths.some((path) => bad.has(path));
    if (proven && mode === 'write') written = paths;
    return { ...some, outcome: proven ? 'proven' : 'not-proven' };
  });
  return { result, tries, written };
}

test('one bad file of eight is found by halving: five tries, not nine', async () => {
  const { result, tries, written } = await run(8, new Set(['4']));
  expect(result.leftOut).toMatchObject([{ path: '4', outcome: 'not-proven' }]);
  expect(written).toEqual(['0', '1', '2', '3', '5', '6', '7']);
  expect(tries.map((paths) => paths.length)).toEqual([8, 4, 6, 5, 7]);
});

test('where all are proven, there is one try', async () => {
  expect((await run(5, new Set())).tries).toHaveLength(1);
});

test('exactly the bad ones are left out, and the others are written once', async () => {
  const paths = fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(paths, async (numbers) => {
      const bad = new Set(numbers.map(String));
      const { result, written } = await run(9, bad);
      const good = Array.from({ length: 9 }, (_, i) => `${i}`).filter((path) => !bad.has(path));
      expect(result.leftOut.map(({ path }) => path).sort()).toEqual([...bad].sort());
      expect(written).toEqual(good.length > 0 ? good : null);
      expect(result.outcome).toBe(good.length > 0 ? 'proven' : 'not-proven');
    }),
    { numRuns: 60 },
  );
});

test('where the rest is refused for want of what failed, the failure is what is told', async () => {
  const result = await splitBatch(runOf([jobOf('m.rs'), jobOf('m/inner.rs')]), async (some) => {
    const outcome = some.jobs.some(({ path }) => path === 'm.rs') ? 'not-proven' : 'refused';
    return { ...some, outcome };
  });
  expect(result.outcome).toBe('not-proven');
  expect(result.leftOut.map(({ path }) => path)).toEqual(['m.rs']);
});
