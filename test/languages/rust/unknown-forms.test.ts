import { describe, expect, it, test } from 'vitest';
import { parse } from '../../../src/languages/parse.ts';
import { kindOf } from '../../../src/languages/syntax.ts';

/** Valid Rust of rustc 1.95 that tree-sitter-rust 0.24 does not read by itself. */
const FORMS: readonly (readonly [string, string])[] = [
  ['a negative constant as an argument', 'type Left = Shift<-1>;'],
  ['one among others', 'type Both = Shift<u8, - 12_i64, Vec<u8>>;'],
  ['a numbered field in a pattern', 'fn f(p: &P) -> u32 {\n    let P { 1: b, 0: _, .. } = p;\n    *b\n}'],
  ['an assignment without fields', 'fn f(p: P) {\n    P { .. } = p;\n}'],
  ['an assignment with a field', 'fn f(p: P) {\n    let a;\n    P { a, .. } = p;\n    drop(a);\n}'],
  ['a unit struct with a where clause', 'struct Unit\nwhere\n    u32: Copy;'],
  ['two attributes on a parameter', 'fn two(#[allow(unused)] #[allow(non_snake_case)] By: u32) {}'],
  ['an attribute on the parameter of a closure', 'fn f() {\n    let g = |#[allow(unused)] x: u32, y: u32| y;\n}'],
  ['an unsafe static', 'unsafe extern "C" {\n    pub unsafe static environ: *const u8;\n    pub safe fn f();\n}'],
  [
    'a lone dollar',
    'macro_rules! dollar {\n    ([$] $x:expr) => { $x };\n}\nfn price(n: u32) -> u32 {\n    dollar!([$] n)\n}',
  ],
  ['an underscore in the number of a character', "const LAST: char = '\\u{2_FFFF}';"],
  ['a bound that is empty', 'struct Bound<T:>(T);'],
  ['a bound that ends with a plus', 'fn f<T: Copy +>(x: T) {}'],
  ['a where clause of the empty tuple', 'fn f()\nwhere\n    (): Copy,\n{\n}'],
  [
    'an attribute on a field of a pattern',
    'fn f(p: P) -> u32 {\n    match p {\n        P {\n            #[cfg(all())]\n            a,\n            ..\n        } if a > 3 => 1,\n        _ => 2,\n    }\n}',
  ],
  [
    'an attribute and a comment on an element of a tuple',
    'fn f() -> (u32, u32) {\n    (\n        #[expect(clippy::x)] // why\n        a().b(),\n        2,\n    )\n}',
  ],
  ['a type of a foreign block', 'extern "C" {\n    pub type Opaque;\n    pub(crate) type Of<T>;\n}'],
  ['macros named like primitive types', 'fn f() {\n    let a = u16!(3);\n    let b = str!["x"];\n    char! { "c" }\n}'],
  ['try as a macro', 'fn f() -> Result<(), ()> {\n    try!(g());\n    r#try!(g());\n    Ok(())\n}'],
  ['a range that a closure gives', 'fn f() {\n    let g = |end| ..=end;\n}'],
  ['a turbofish in a type', 'fn f(x: Vec::<u8>) {}'],
  ['two statements, the first a condition', 'fn f(b: bool) -> bool {\n    if b {} && true;\n    b\n}'],
];

test.each(FORMS)('%s is read without an error', (_, text) => {
  const syntax = parse(`${text}\n\nfn behind() {}\n`, 'rust');
  expect(syntax.errors).toEqual([]);
  expect(syntax.text.startsWith(text)).toBe(true);
  const functions = Array.from({ length: syntax.size }, (_, node) => node).filter(
    (node) => kindOf(syntax, node) === 'function_item' && syntax.parent[node] === 0,
  );
  expect(syntax.text.slice(syntax.start[functions.at(-1)!]!)).toBe('fn behind() {}\n');
});

describe('what is wrong stays an error', () => {
  it.each([
    ['fn f( {\n}\n'],
    ['struct S {\n    a: ,\n}\n'],
    ['fn f() {\n    let x = ;\n}\n'],
    ['enum E { A,, B }\n'],
    ['fn f() {\n    a b c\n}\n'],
    ['impl {\n}\n'],
  ])('%s', (text) => {
    expect(parse(text, 'rust').errors).not.toEqual([]);
  });
});

it('a character outside of the basic plane is read wherever the buffer ends', () => {
  for (const shift of [0, 1, 2]) {
    const text = `// ${'x'.repeat(16_380 + shift)}\u{1f600}\nfn behind() {}\n`;
    const syntax = parse(text, 'rust');
    expect(syntax.errors).toEqual([]);
    expect(syntax.text.slice(syntax.start[syntax.size - 1]!)).toMatch(/^\}/);
  }
});

it('a file with more errors than one form explains is not tried again and again', () => {
  const text = 'fn f( {\n}\n'.repeat(2_000);
  const started = process.cpuUsage();
  expect(parse(text, 'rust').errors.length).toBeGreaterThan(0);
  expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
});
