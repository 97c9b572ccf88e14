import { expect, test } from 'vitest';
import { parse } from '../../src/languages/parse.ts';
import { childByField, kindOf, textOf } from '../../src/languages/syntax.ts';

test('reads names and offsets behind an emoji', () => {
  const syntax = parse('// 🦀\nfn crab(x: u8) -> u8 { x }\n', 'rust');
  const fn = [...Array(syntax.size).keys()].find((node) => kindOf(syntax, node) === 'function_item')!;
  expect(textOf(syntax, childByField(syntax, fn, 'name'))).toBe('crab');
  expect(syntax.errors).toEqual([]);
});

test('parses a borrowed variable named raw, and the raw borrow operator', () => {
  const text = 'fn f(raw: &str) { g(&raw); let p = &raw const raw; h(&mut raw) }\n';
  const syntax = parse(text, 'rust');
  expect(syntax.errors).toEqual([]);
  expect(syntax.text).toBe(text);
});

test('numbers kinds densely: an ERROR does not blow up the table', () => {
  const syntax = parse('fn f( { } }} struct', 'rust');
  expect(syntax.errors.length).toBeGreaterThan(0);
  expect(syntax.errors.map((node) => kindOf(syntax, node))).toContain('ERROR');
  expect(syntax.kinds.names.length).toBeLessThan(2_000);
});
