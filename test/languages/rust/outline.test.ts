import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/languages/parse.ts';
import { outlineRust } from '../../../src/languages/rust/outline.ts';
import { printOutline } from '../../helpers/print-outline.ts';

const FOLDER = 'test/fixtures/outline-rust';

describe('outlines', () => {
  test.each(readdirSync(FOLDER))('%s', async (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    await expect(printOutline(outlineRust(parse(text, 'rust')), text)).toMatchFileSnapshot(
      `../../../snapshots/outline-rust/${file.replace('.rs', '.txt')}`,
    );
  });
});

const idsOf = (text: string) => outlineRust(parse(text, 'rust')).units.map(({ id }) => id);

// One line each: how an item is written, and the id it gets.
test.each([
  ['impl < T : Clone , > Foo < T > { }', 'impl<T:Clone> Foo<T>'],
  [
    "unsafe impl<'a, T> Send for &'a mut Foo<T> where T: Send, {}",
    "unsafe impl<'a,T> Send for &'a mut Foo<T> where T:Send",
  ],
  ['impl !Sync for Foo {}', 'impl !Sync for Foo'],
  ['impl<F> Call for F where F: Fn(u8) -> u8 {}', 'impl<F> Call for F where F:Fn(u8) -> u8'],
  ['use std :: { io :: { Read as _ , self } , fmt } ;', 'use std::{fmt,io::{Read as _,self}}'],
  ['pub use a::b::{c};', 'use a::b::c'],
  ['use ::x::*;', 'use ::x::*'],
  ['extern { fn f(); }', 'extern-block "C" f'],
  ['unsafe extern "system" { safe fn f(); }', 'extern-block "system" f'],
  ['fn r#type() {}', 'fn r#type'],
  ['fn r#plain() {}', 'fn plain'],
  ['const _: () = assert!(A < B, "no: #way");', 'const _ = assert!(A<B,"no#way")'],
  ['thread_local! { static A: u8 = 1; }', 'macro-call thread_local! static A:u8 = 1;'],
  ['const _: [(); a::b::c::d::e::f()] = a(b::c::d::e::f);', 'const _ = a(b::c::d::e'],
  ['extern crate a as b;', 'extern-crate a as b'],
])('%s', (text, id) => {
  expect(idsOf(text)).toEqual([id]);
});

test('equal ids are told apart in source order', () => {
  expect(idsOf('impl A {}\nimpl A {}\nimpl A {}')).toEqual(['impl A', 'impl A~2', 'impl A~3']);
});

test('nesting of a hundred thousand levels neither overflows nor hides the next unit', () => {
  const deep = `fn deep() { ${'('.repeat(100_000)}1${')'.repeat(100_000)}; }\nfn next() {}`;
  expect(idsOf(deep)).toContain('fn next');
});
