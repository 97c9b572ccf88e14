import { expect, test } from 'vitest';
import { describeDifference, firstDifference } from '../../../src/engine/prove/first-difference.ts';

test.each<[unknown, unknown, string]>([
  [{ a: 1, b: { c: [1, 2] } }, { a: 1, b: { c: [1, 3] } }, 'its b.c.1: 2, now 3'],
  [{ a: 1 }, {}, 'its a: 1, now nothing'],
  [{}, { a: null }, 'its a: nothing, now null'],
  [{ a: { x: 1 } }, { a: [1] }, 'its a: {"x":1}, now [1]'],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, '["a","b"], now ["b","a"]'],
  ['x', 'y', '"x", now "y"'],
])('%j and %j', (before, after, expected) => {
  expect(describeDifference(before, after)).toBe(expected);
});

test('of long values it shows the place where they part, not their beginnings', () => {
  const long = (end: string) => ({ doc: `${'word '.repeat(400)}${end}` });
  const { keys, before, after } = firstDifference(long('one'), long('two'))!;
  expect(keys).toEqual(['doc']);
  expect(before).toContain('one');
  expect(after).toContain('two');
  expect(before!.length).toBeLessThan(70);
});

test('equal values do not differ', () => {
  expect(firstDifference({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBeNull();
});
