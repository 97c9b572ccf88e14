import { describe, expect, test } from 'vitest';
import type { TestOutcome, TestRun } from '../../../src/engine/prove/tests/compare-tests.ts';
import { judgeAgainst, judgeTests } from '../../../src/engine/prove/tests/judge-tests.ts';
import type { TestAttempt } from '../../../src/engine/prove/tests/test-attempt.ts';

const run = (outcomes: Record<string, TestOutcome>): TestAttempt => ({ run: new Map(Object.entries(outcomes)) });
const none: TestAttempt = { why: 'no runner' };

const CASES: readonly [name: string, before: TestAttempt, after: TestAttempt, verdict: string][] = [
  ['equal tests of which one passes', run({ a: 'passed', b: 'failed' }), run({ a: 'passed', b: 'failed' }), 'proven'],
  ['a test that vanished', run({ a: 'passed', b: 'passed' }), run({ a: 'passed' }), 'failed'],
  ['tests that cannot be run after', run({ a: 'passed' }), none, 'failed'],
  ['a baseline that cannot be run', none, run({ a: 'passed' }), 'not-run'],
  ['no test at all', run({}), run({}), 'vacuous'],
  ['tests of which none passes', run({ a: 'failed', b: 'skipped' }), run({ a: 'failed', b: 'skipped' }), 'vacuous'],
];

test.each(CASES)('%s', (_name, before, after, verdict) => {
  expect(judgeTests(['m.rs'], 'cargo test', [before, before], after).map((proof) => proof.verdict)).toEqual([verdict]);
});

test.each([
  ['equal outcomes need no second run', ['p'], ['p'], 0, 'proven'],
  ['a test that fails after it is asked for again before it, and passed twice', ['p'], ['f'], 1, 'failed'],
  ['a test that is gone is asked for again', ['p', 'p'], ['p'], 1, 'failed'],
])('the state before runs again only where outcomes differ: %s', async (_, before, after, times, verdict) => {
  let ran = 0;
  const again = async () => {
    ran += 1;
    return outcomes(before);
  };
  const proofs = await judgeAgainst(
    { kept: null, first: async () => outcomes(before), again },
    outcomes(after),
    (...runs) => judgeTests(['a.rs'], 'cargo test', ...runs),
  );
  expect([ran, proofs.map((proof) => proof.verdict)]).toEqual([times, [verdict]]);
});

test('a test that two runs before the change disagree about proves nothing, and no run is made for what cannot be tested', async () => {
  const judge: Parameters<typeof judgeAgainst>[2] = (...runs) => judgeTests(['a.rs'], 'cargo test', ...runs);
  const flaky = { kept: null, first: async () => outcomes(['p', 'p']), again: async () => outcomes(['p', 'f']) };
  expect(await judgeAgainst(flaky, outcomes(['p', 'f']), judge)).toMatchObject([
    { verdict: 'proven', why: '1 tests with equal ids and outcomes, 1 left out as unstable: t1' },
  ]);
  const never = { kept: null, first: async () => outcomes(['p']), again: () => Promise.reject(new Error('was asked')) };
  expect(await judgeAgainst(never, { why: 'does not build' }, judge)).toMatchObject([{ verdict: 'failed' }]);
  expect(
    await judgeAgainst({ ...never, first: async () => ({ why: 'no cargo' }) }, outcomes(['p']), judge),
  ).toMatchObject([{ verdict: 'not-run' }]);
});

describe('what an earlier proof kept', () => {
  const judge: Parameters<typeof judgeAgainst>[2] = (...runs) => judgeTests(['a.rs'], 'cargo test', ...runs);
  const keptRun = (ends: readonly string[]) => ({ attempt: outcomes(ends), day: '2026-12-01' });

  test('stands for the first run where all is equal, and the verdict says so', async () => {
    const never = () => Promise.reject(new Error('was run'));
    const before = { kept: keptRun(['p', 's']), first: never, again: never };
    expect(await judgeAgainst(before, outcomes(['p', 's']), judge)).toMatchObject([
      { verdict: 'proven', why: '2 tests with equal ids and outcomes, as kept of the proof of 2026-12-01' },
    ]);
  });

  test.each([
    ['a test fails after, and in a fresh run before too', ['p', 'p'], ['p', 'f'], ['p', 'f'], 'proven'],
    ['a test fails after alone', ['p', 'p'], ['p', 'f'], ['p', 'p'], 'failed'],
    ['a test is gone', ['p', 'p'], ['p'], ['p', 'p'], 'failed'],
    ['a test is new in both', ['p'], ['p', 'p'], ['p', 'p'], 'proven'],
    ['a test is skipped after alone', ['p', 'p'], ['p', 's'], ['p', 'p'], 'failed'],
  ])('is nothing where something differs: %s', async (_, kept, after, fresh, verdict) => {
    const run = async () => outcomes(fresh);
    const proofs = await judgeAgainst({ kept: keptRun(kept), first: run, again: run }, outcomes(after), judge);
    expect(proofs).toMatchObject([{ verdict }]);
    expect(proofs[0]!.why).not.toContain('kept');
  });
});

function outcomes(ends: readonly string[]): { readonly run: TestRun } {
  const named: Readonly<Record<string, TestOutcome>> = { p: 'passed', f: 'failed', s: 'skipped' };
  return { run: new Map(ends.map((end, i) => [`t${i}`, named[end]!])) };
}
