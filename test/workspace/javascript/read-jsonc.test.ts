import { expect, test } from 'vitest';
import { dataOf, nodeAt, readJsonc, stringsOf } from '../../../src/workspace/javascript/read-jsonc.ts';

test('comments, trailing commas and a BOM are read, with places', () => {
  const text = '\uFEFF// why\n{ "a": ["x", /* b */ "y",], "c": {"d": null, }, "n": -1.5e3, "s": "q\\"//no" }\n';
  const node = readJsonc(text)!;
  expect(dataOf(node)).toEqual({ a: ['x', 'y'], c: { d: null }, n: -1500, s: 'q"//no' });
  const list = nodeAt(node, 'a')!;
  expect(text.slice(list.start, list.end)).toBe('["x", /* b */ "y",]');
  expect(stringsOf(list)).toEqual(['x', 'y']);
  expect(nodeAt(node, 'c', 'e')).toBe(null);
});

test.each(['', '{', '{"a" 1}', '[1 2]', '{a: 1}', '{} x', "{'a': 1}", '[1,,2]', '['.repeat(5000)])(
  '%j is not read, and nothing is thrown',
  (text) => expect(readJsonc(text)).toBe(null),
);
