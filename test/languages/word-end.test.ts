import { expect, test } from 'vitest';
import { wordEnd } from '../../src/languages/flatten/word-end.ts';

test.each([
  ['foo(', 3],
  ['_a1 ', 3],
  ['12)', 2],
  // Only the grammar can tell.
  ['1abc]', -1],
  ['r#type;', -1],
  ['data-x=', -1],
  ['$a', -1],
  ['caf\u00e9 ', -1],
  ['end', -1],
  ['(', -1],
])('%j ends at %i', (text, end) => {
  expect(wordEnd(text, 0)).toBe(end);
});
