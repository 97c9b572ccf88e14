import { expect, test } from 'vitest';
import { CODE_FUNCTIONS } from '../../../../src/engine/prove/python/scripts/code-functions.ts';
import { runTool } from '../../../helpers/run-tool.ts';

// 0 and 8 fall into one slot of a small set: the first one in stands first.
const CASES: readonly [a: string, b: string, equal: boolean][] = [
  ['{0, 8}', '{8, 0}', true],
  ['frozenset((0, 8))', 'frozenset((8, 0))', true],
  ['[({0, 8}, 1)]', '[({8, 0}, 1)]', true],
  ['{0, 8}', '{0, 9}', false],
  ['{0, 8}', 'frozenset((0, 8))', false],
  ['[0, 8]', '[8, 0]', false],
  ['(0, 8)', '[0, 8]', false],
  ['{1}', '{"1"}', false],
  ['[]', '[[]]', false],
];

test('values are shown alike where they are equal, and only there', async () => {
  const lines = CASES.map(([a, b]) => `print(show(${a}) == show(${b}), repr(${a}) == repr(${b}))`);
  const script = `import bisect, dis, hashlib, importlib.util, re, types\n${CODE_FUNCTIONS}\n${lines.join('\n')}\n`;
  const ran = await runTool('python3', ['-c', script], { cwd: '/' });
  expect(ran.stderr).toBe('');
  const said = ran.stdout.trim().split('\n');
  expect(said.map((line) => line.split(' ')[0])).toEqual(CASES.map(([, , equal]) => (equal ? 'True' : 'False')));
  expect(said[0]).toBe('True False');
});
