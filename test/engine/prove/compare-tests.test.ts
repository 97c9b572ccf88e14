import { expect, test } from 'vitest';
import { compareTests, describeComparison, type TestOutcome } from '../../../src/engine/prove/tests/compare-tests.ts';

const run = (outcomes: Record<string, TestOutcome>) => new Map(Object.entries(outcomes));
const stable = run({ a: 'passed', b: 'failed', c: 'skipped' });

test('a test that fails alike before and after is no obstacle', () => {
  const comparison = compareTests([stable, stable], stable);
  expect(comparison).toMatchObject({ equal: true, compared: 3, unstable: [] });
  expect(describeComparison(comparison)).toBe('3 tests with equal ids and outcomes');
});

const CASES: readonly [name: string, after: Record<string, TestOutcome>, said: string][] = [
  ['a test that vanished, though all others pass', { a: 'passed', b: 'failed' }, '1 vanished: c'],
  ['a test that appeared', { a: 'passed', b: 'failed', c: 'skipped', d: 'passed' }, '1 appeared: d'],
  ['an outcome that turned', { a: 'failed', b: 'failed', c: 'skipped' }, '1 changed: a passed -> failed'],
  ['a failure that turned green', { a: 'passed', b: 'passed', c: 'skipped' }, '1 changed: b failed -> passed'],
];

test.each(CASES)('rejects %s', (_name, after, said) => {
  const comparison = compareTests([stable, stable], run(after));
  expect(comparison.equal).toBe(false);
  expect(describeComparison(comparison)).toBe(said);
});

test('leaves out, and names, what two baseline runs disagree about', () => {
  const comparison = compareTests(
    [stable, run({ a: 'failed', b: 'failed', c: 'skipped' })],
    run({ a: 'passed', b: 'failed', c: 'skipped' }),
  );
  expect(comparison).toMatchObject({ equal: true, compared: 2, unstable: ['a'] });
  expect(describeComparison(comparison)).toBe('2 tests with equal ids and outcomes, 1 left out as unstable: a');
});

const CLOCK: readonly [name: string, after: Record<string, TestOutcome>, equal: boolean][] = [
  ['other ids again', { 't::when[5]': 'passed', 't::when[6]': 'failed', 't::fine': 'passed' }, true],
  [
    'one more of them',
    { 't::when[5]': 'passed', 't::when[6]': 'failed', 't::when[7]': 'passed', 't::fine': 'passed' },
    false,
  ],
  ['other ends', { 't::when[5]': 'passed', 't::when[6]': 'passed', 't::fine': 'passed' }, false],
  ['none of them', { 't::fine': 'passed' }, false],
  [
    'another function',
    { 't::when[5]': 'passed', 't::when[6]': 'failed', 't::new[1]': 'passed', 't::fine': 'passed' },
    false,
  ],
];

test.each(CLOCK)('a function whose ids hold a clock: %s', (_, after, equal) => {
  const first = run({ 't::when[1]': 'passed', 't::when[2]': 'failed', 't::fine': 'passed' });
  const second = run({ 't::when[3]': 'passed', 't::when[4]': 'failed', 't::fine': 'passed' });
  const comparison = compareTests([first, second], run(after));
  expect(comparison.equal).toBe(equal);
  expect(comparison.compared).toBe(1);
});
