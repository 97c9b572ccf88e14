import { expect, test } from 'vitest';
import type { TestOutcome } from '../../../src/engine/prove/tests/compare-tests.ts';
import { followLines } from '../../../src/engine/prove/tests/follow-lines.ts';

const LINES = new Map([
  [10, { file: '_price.py', line: 4 }],
  [20, { file: '_price.py', line: 14 }],
  [30, { file: 'm.py', line: 8 }],
]);

type Ids = readonly string[];

const CASES: readonly [name: string, before: Ids, after: Ids, followed: Ids][] = [
  ['a line under the old name', ['t[m.py:10:a]'], ['t[m.py:4:a]'], ['t[m.py:4:a]']],
  ['a line under the name of its new file', ['t[m.py:10:a]'], ['t[_price.py:4:a]'], ['t[_price.py:4:a]']],
  ['a line that stayed in the facade', ['t[m.py:30]'], ['t[m.py:8]'], ['t[m.py:8]']],
  ['an id that is a text and stays', ['t[m.py:10:a]'], ['t[m.py:10:a]'], ['t[m.py:10:a]']],
  ['another line than the one it went to', ['t[m.py:10:a]'], ['t[m.py:5:a]'], ['t[m.py:10:a]']],
  ['another test at the right line', ['t[m.py:10:a]'], ['t[m.py:4:b]'], ['t[m.py:10:a]']],
  ['a number that names no file', ['t[10]'], ['t[4]'], ['t[10]']],
  ['a line of another file', ['t[x.py:10]'], ['t[x.py:4]'], ['t[x.py:10]']],
  ['both names at once', ['t[m.py:10]'], ['t[m.py:4]', 't[_price.py:4]'], ['t[m.py:10]']],
  ['an id that was there before', ['t[m.py:10]', 't[m.py:4]'], ['t[m.py:4]'], ['t[m.py:10]', 't[m.py:4]']],
];

const run = (ids: Ids) => new Map(ids.map((id): [string, TestOutcome] => [id, 'passed']));

test.each(CASES)('%s', (_name, before, after, followed) => {
  const made = followLines(run(before), run(after), 'm.py', LINES);
  expect([...made.run.keys()]).toEqual(followed);
  expect(made.count).toBe(followed.filter((id, i) => id !== before[i]).length);
});
