import { expect, test } from 'vitest';
import { parse } from '../../../src/languages/parse.ts';
import { relativePaths } from '../../../src/languages/rust/paths.ts';

// Source, and what is found: prefix as counted, name behind it, where, inner depth.
test.each([
  ['fn f() { self::a(); super::super::b::c(); self.x; }', ['0 a path 0', '2 b path 0']],
  ['use super::{self, x}; use self::y; use super::*;', ['1 - use 0', '0 y use 0', '1 - use 0']],
  ['pub(super) fn f() {} pub(in super::super) struct A;', ['1 - visibility 0', '2 - visibility 0']],
  ['fn f() { m!(self::a, super::b, self.c, crate::super_::d); }', ['0 a macro 0', '1 b macro 0']],
  ['#[serde(with = "super::codec", rename = "superb")] struct A;', ['1 codec attribute-string 0']],
  ['#[doc = "super::x"] struct A; const S: &str = "super::x";', []],
  ['mod m { mod n { fn f(x: super::super::T) {} } }', ['2 T path 2']],
  ['impl super::A for self::B<super::C> {}', ['1 A path 0', '0 B path 0', '1 C path 0']],
])('%s', (text, expected) => {
  const found = relativePaths(parse(text, 'rust'));
  expect(found.map(({ supers, name, where, depth }) => `${supers} ${name ?? '-'} ${where} ${depth}`)).toEqual(expected);
  for (const { start, end, first } of found) expect(text.slice(start, end)).toBe(first);
});
