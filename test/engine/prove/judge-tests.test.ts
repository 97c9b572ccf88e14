import { expect, test } from 'vitest';
import type { TestOutcome } from '../../../src/engine/prove/tests/compare-tests.ts';
import { judgeTests, type TestAttempt } from '../../../src/engine/prove/tests/judge-tests.ts';

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
