import { expect, test } from 'vitest';
import { parse } from '../../../src/languages/parse.ts';
import { readUseTree, startsPaths } from '../../../src/languages/rust/use-tree.ts';
import { kindOf } from '../../../src/languages/syntax.ts';

const startsOf = (text: string): boolean[] => {
  const syntax = parse(text, 'rust');
  const node = Array.from({ length: syntax.size }, (_, i) => i).find((i) => kindOf(syntax, i) === 'use_declaration')!;
  return readUseTree(syntax, node).map(startsPaths);
};

test.each([
  // A macro of the file, or a crate: below, it is reached through the module.
  ['pub(crate) use field;', [true]],
  ['use memchr::memchr;', [false]],
  ['use r#try::r#try;', [false]],
  ['use memchr::{memchr, memrchr};', [false, true]],
  ['use memchr::memchr as find;', [true]],
  ['use memchr as find;', [true]],
  ['use memchr::*;', [false]],
  ['use {memchr::{self, Memchr}, other};', [false, true, true]],
  ['use memchr::{self as find};', [true]],
  ['use memchr::Memchr as _;', [false]],
])('paths may begin with what %j imports: %j', (text, expected) => {
  expect(startsOf(text)).toEqual(expected);
});
