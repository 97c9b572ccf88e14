import { expect, test } from 'vitest';
import { measure } from '../../../analyzers/complexity/measure.ts';
import { parse } from '../../../src/languages/parse.ts';

// A file of its own: the kinds of a grammar are learnt as a thread meets them, and this one has met none.
test('counts the same whatever files were read before', () => {
  measure(parse('impl A { }\n', 'rust'));
  const { halstead } = measure(parse('fn f(a: u8, b: u8) -> bool { a == 1 && b < 2 }\n', 'rust')).sizes;
  expect(halstead).toEqual({ n1: 9, n2: 5, N1: 11, N2: 7 });
});
