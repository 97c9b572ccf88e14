import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { TestOutcome } from '../../../src/engine/prove/tests/compare-tests.ts';
import { keptTests } from '../../../src/engine/prove/tests/kept-tests.ts';
import type { TestAttempt } from '../../../src/engine/prove/tests/test-attempt.ts';
import { memoryView } from '../../helpers/memory-view.ts';

let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'kept-tests-'));
});

const FILES = { 'pkg/core.py': 'A = 1\n', 'tests/test_core.py': 'def test_a(): pass\n' };
const run = (outcomes: Record<string, TestOutcome>): TestAttempt => ({ run: new Map(Object.entries(outcomes)) });
const GOOD = run({ a: 'passed', b: 'skipped' });

interface Place {
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly root?: string;
  readonly key?: readonly unknown[];
}

const shelf = ({ files = FILES, env = {}, root = '/stage', key = ['python', '3.13'] }: Place = {}) =>
  keptTests({ OMNI_REFACTOR_CACHE: cache, ...env }, root, memoryView(files), key);

test('a run without failures is found again, and with the day of the proof', () => {
  shelf().keep(GOOD);
  expect(shelf().read()).toEqual({ attempt: GOOD, day: memoryView(FILES).today });
});

test('the program that ran in place of the usual one is kept too', () => {
  shelf().keep({ ...GOOD, by: 'unittest' });
  expect(shelf().read()?.attempt).toEqual({ ...GOOD, by: 'unittest' });
});

test.each<[string, TestAttempt]>([
  ['a test failed', run({ a: 'passed', b: 'failed' })],
  ['no test passed', run({ a: 'skipped' })],
  ['there is no test', run({})],
  ['it complained', { ...GOOD, complaint: 'cannot import tests/test_b.py' }],
  ['it could not be run', { why: 'no runner' }],
])('nothing is kept where %s', (_, attempt) => {
  shelf().keep(attempt);
  expect(shelf().read()).toBeNull();
});

test.each<[string, Place]>([
  ['a file is another', { files: { ...FILES, 'pkg/core.py': 'A = 2\n' } }],
  ['a file is new', { files: { ...FILES, 'conftest.py': '' } }],
  [
    'a file has another name',
    { files: { 'pkg/core.py': 'A = 1\n', 'tests/test_more.py': FILES['tests/test_core.py'] } },
  ],
  ['a variable is another', { env: { DATABASE_URL: 'postgres://elsewhere' } }],
  ['the place is another', { root: '/other' }],
  ['the interpreter is another', { key: ['python', '3.12'] }],
])('nothing is found where %s', (_, place) => {
  shelf().keep(GOOD);
  expect(shelf(place).read()).toBeNull();
});

test('what a shell counts is no other environment', () => {
  shelf({ env: { SHLVL: '1', COLUMNS: '80' } }).keep(GOOD);
  expect(shelf({ env: { SHLVL: '2' } }).read()).not.toBeNull();
});

test.each([
  ['damaged', 'x'],
  ['empty', ''],
])('a file that is %s is none', (_, content) => {
  shelf().keep(GOOD);
  const [folder = ''] = readdirSync(cache);
  for (const name of readdirSync(join(cache, folder))) writeFileSync(join(cache, folder, name), content);
  expect(shelf().read()).toBeNull();
});
