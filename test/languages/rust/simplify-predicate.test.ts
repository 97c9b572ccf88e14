import { expect, test } from 'vitest';
import { parsePredicate, printPredicate } from '../../../src/languages/rust/cfg-predicate.ts';
import { areExclusive, simplifyPredicate } from '../../../src/languages/rust/simplify-predicate.ts';

// As written, and the shortest form; '' where it always holds.
test.each([
  ['any(unix, windows, not(any(unix, windows)))', ''],
  ['any(feature = "ansi", not(feature = "ansi"))', ''],
  ['any(any(a, b), a)', 'any(a, b)'],
  ['all(all(a, b), all(a))', 'all(a, b)'],
  ['any(a, all(a, b))', 'a'],
  ['all(a, any(a, b))', 'a'],
  ['any(all(a, b), all(a, not(b)))', 'a'],
  ['any(a, all(not(a), b))', 'any(a, b)'],
  ['not(not(a))', 'a'],
  ['any(all(a, b), all(a, c))', 'any(all(a, b), all(a, c))'],
  ['all(feature="x",  not( test ),)', 'all(feature = "x", not(test))'],
  ['any(all(target_arch = "x86", sse), all(target_arch = "x86", sse, avx))', 'all(target_arch = "x86", sse)'],
  ['all()', ''],
  ['$meta', '$meta'],
])('%s', (text, expected) => {
  expect(simplifyPredicate(text)).toBe(expected);
});

test.each([
  ['any(unix, windows)', ['unix'], ''],
  ['all(unix, test)', ['unix'], 'test'],
  ['any(test, not(unix))', ['unix'], 'test'],
])('%s where %s holds', (text, given, expected) => {
  expect(simplifyPredicate(text, given)).toBe(expected);
});

test.each([
  [['unix'], ['not(unix)'], true],
  [['unix'], ['windows'], false],
  [['feature = "a"'], ['all(b, not(feature = "a"))'], true],
  [['$a'], ['not($a)'], false],
])('%s excludes %s: %s', (a, b, expected) => {
  expect(areExclusive(a, b)).toBe(expected);
});

test('a predicate is read and printed as it is spaced by rustfmt', () => {
  for (const text of ['a', 'feature = "x y"', 'all(a, any(b, not(c)))', 'any()', 'target(os = "linux")'])
    expect(text.startsWith('target') ? parsePredicate(text) : printPredicate(parsePredicate(text)!)).toBe(
      text.startsWith('target') ? null : text,
    );
});
