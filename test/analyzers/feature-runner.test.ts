import { expect, it } from 'vitest';
import { behindFeatureRunner } from '../../analyzers/quality-gates/classify.ts';

it.each([
  ['--each-feature test', 'test'],
  ['--skip foo test', 'test'],
  ['--skip=foo test --workspace', 'test --workspace'],
  ['test --feature-powerset --depth 2 --no-dev-deps', 'test'],
  ['clippy --version-range 1.70..1.80 -- -D warnings', 'clippy -- -D warnings'],
  ['test --each-feature -- --skip slow', 'test -- --skip slow'],
])('cargo hack %s runs cargo %s', (words, cargo) => {
  expect(behindFeatureRunner(words.split(' ')).join(' ')).toBe(cargo);
});
