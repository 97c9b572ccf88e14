import { expect, test } from 'vitest';
import type { TestOutcome, TestRun } from '../../../src/engine/prove/tests/compare-tests.ts';
import { followFiles } from '../../../src/engine/prove/tests/follow-files.ts';

const run = (outcomes: Readonly<Record<string, TestOutcome>>): TestRun => new Map(Object.entries(outcomes));
const follow = (before: readonly string[], after: TestRun, file: string, files: readonly string[]) =>
  Object.fromEntries(followFiles(new Set(before), after, file, files));

const FILES = ['pkg/core/__init__.py', 'pkg/core/_a.py'];

test('a doctest of a divided file is that of the file that it stands in now, or of several', () => {
  const before = ['pkg.core::pkg.core.f', 'pkg.core::pkg.core.g'];
  const after = run({
    'pkg.core.__init__::pkg.core.f': 'passed',
    'pkg.core._a::pkg.core.f': 'passed',
    'pkg.core._a::pkg.core.g': 'failed',
  });
  expect(follow(before, after, 'pkg/core.py', FILES)).toEqual({
    'pkg.core::pkg.core.f': 'passed',
    'pkg.core::pkg.core.g': 'failed',
  });
});

test('one that ends in two ways is two', () => {
  const after = run({ 'pkg.core.__init__::pkg.core.f': 'passed', 'pkg.core._a::pkg.core.f': 'failed' });
  expect(follow(['pkg.core::pkg.core.f'], after, 'pkg/core.py', FILES)).toEqual({
    'pkg.core::pkg.core.f': 'passed',
    'pkg.core._a::pkg.core.f': 'failed',
  });
});

test('ids begin where the settings lie, paths at the workspace', () => {
  const after = run({ 'core.__init__::core.f': 'passed' });
  const files = ['lib/core/__init__.py', 'lib/core/_a.py'];
  expect(follow(['core::core.f'], after, 'lib/core.py', files)).toEqual({ 'core::core.f': 'passed' });
});

test('a new test, and one of another file, stay what they are', () => {
  const after = run({ 'pkg.core._a::pkg.core.new': 'passed', 'tests.test_core::test_f': 'passed' });
  const before = ['pkg.core::pkg.core.f', 'tests.test_core::test_f'];
  expect(follow(before, after, 'pkg/core.py', FILES)).toEqual({
    'pkg.core._a::pkg.core.new': 'passed',
    'tests.test_core::test_f': 'passed',
  });
});
