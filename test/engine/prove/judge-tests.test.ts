import { expect, test } from 'vitest';
import type { TestOutcome } from '../../../src/engine/prove/tests/compare-tests.ts';
import { judgeAgainst, judgeTests, type TestAttempt } from '../../../src/engine/prove/tests/judge-tests.ts';

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
  const proofs = await judgeAgainst({ first: outcomes(before), again }, outcomes(after), (...runs) =>
    judgeTests(['a.rs'], 'cargo test', ...runs),
  );
  expect([ran, proofs.map((proof) => proof.verdict)]).toEqual([times, [verdict]]);
});

test('a test that two runs before the change disagree about proves nothing, and no run is made for what cannot be tested', async () => {
  const judge: Parameters<typeof judgeAgainst>[2] = (...runs) => judgeTests(['a.rs'], 'cargo test', ...runs);
  const flaky = { first: outcomes(['p', 'p']), again: async () => outcomes(['p', 'f']) };
  expect(await judgeAgainst(flaky, outcomes(['p', 'f']), judge)).toMatchObject([
    { verdict: 'proven', why: '1 tests with equal ids and outcomes, 1 left out as unstable: t1' },
  ]);
  const never = { first: outcomes(['p']), again: () => Promise.reject(new Error('was asked')) };
  expect(await judgeAgainst(never, { why: 'does not build' }, judge)).toMatchObject([{ verdict: 'failed' }]);
  expect(await judgeAgainst({ ...never, first: { why: 'no cargo' } }, outcomes(['p']), judge)).toMatchObject([
    { verdict: 'not-run' },
  ]);
});

function outcomes(ends: readonly string[]): TestAttempt {
  return { run: new Map(ends.map((end, i) => [`t${i}`, end === 'p' ? 'passed' : 'failed'])) };
}
