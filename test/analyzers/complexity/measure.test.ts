import { expect, test } from 'vitest';
import { measure } from '../../../analyzers/complexity/measure.ts';
import type { Grammar } from '../../../src/languages/language.ts';
import { parse } from '../../../src/languages/parse.ts';

const measured = (grammar: Grammar, code: string) => measure(parse(code, grammar));
const symbols = (grammar: Grammar, code: string) => measured(grammar, code).functions.map(({ symbol }) => symbol);

test('names functions by what holds them', () => {
  const rust = `fn a() { fn hidden() {} }
impl<T: Clone> Foo<T> { fn b(&self) {} }
impl Trait for &'a Bar { fn c() {} }
trait Tr { fn d() {} fn unbound(); }
mod tests { mod deep { fn e() {} } }`;
  expect(symbols('rust', rust)).toEqual(['a', 'Foo::b', "&'a Bar::c", 'Tr::d', 'tests::deep::e']);
  const python =
    'class A:\n  class B:\n    def f(self): pass\n  @d\n  async def g(self):\n    def h(): pass\nif x:\n  def i(): pass';
  expect(symbols('python', python)).toEqual(['A.B.f', 'A.g', 'i']);
  const script = `const f = () => { const g = () => 1; };
class A { m = () => 1; get n() { return 1; } constructor() {} }
export default () => 1;
const o = { k: function () {}, z() {} };
describe('a', () => { it('b', () => {}); });
module.exports.x = function () {};
[1].map((x) => x);`;
  const expected = ['f', 'A.m', 'A.n', 'A.constructor', 'default', 'k', 'z', 'describe()', 'module.exports.x'];
  expect(symbols('tsx', script)).toEqual([...expected, '<anonymous>']);
});

test('counts what a caller passes', () => {
  const parameters = (grammar: Grammar, code: string) => measured(grammar, code).functions[0]!.parameters;
  expect(parameters('rust', 'impl A { fn f(&mut self, a: u8, (b, c): (u8, u8)) {} }')).toBe(2);
  expect(parameters('python', 'class A:\n  def f(self, a, /, b: int, *, c=1, d: int = 2, **k): pass')).toBe(5);
  expect(parameters('python', 'def f(self, *args): pass')).toBe(2);
  expect(parameters('typescript', 'function f(this: A, a?: number, { b, c }: O = {}, ...rest: X[]) {}')).toBe(3);
  expect(parameters('typescript', 'const f = x => x;')).toBe(1);
});

test('sorts lines by what they hold', () => {
  const rust =
    '//! Doc.\n\nfn f() {\n    /* a\n\n    b */ // c\n    let s = "x\n\n// no comment";  // c\n    /// d\n    let y; /* e\n    */ }\n\n';
  expect(measured('rust', rust)).toMatchObject({ lines: 13, code: 6, comment: 5, doc: 2, blank: 2 });
  const python = '#!/bin/x\n"""Doc\n\nstring."""\n\ndef f():\n    "doc"\n    x = """\n\n# text"""\n    return x  # c\n';
  expect(measured('python', python)).toMatchObject({ lines: 11, code: 5, comment: 5, doc: 4, blank: 1 });
  expect(measured('tsx', '\uFEFF/** d */\r\n/* c */ let x = `a\r\n\r\n`; // c\r\n')).toMatchObject({
    lines: 4,
    code: 3,
    doc: 1,
    blank: 0,
  });
  expect(measured('rust', '')).toMatchObject({ lines: 0, code: 0, functions: [], cognitive: 0, cyclomatic: 0 });
});

test('adds code outside functions to the file alone', () => {
  const file = measured('python', 'if a:\n  for x in y: pass\ndef f(a):\n  if a: pass\n');
  expect(file).toMatchObject({ cognitive: 4, cyclomatic: 4, functions: [{ cognitive: 1, cyclomatic: 2 }] });
  expect(measured('rust', 'static X: L = L::new(|| if a { 1 } else { 2 });')).toMatchObject({
    cognitive: 3,
    cyclomatic: 1,
  });
});

test('finds recursion where a function names itself', () => {
  const recursions = (grammar: Grammar, code: string) => measured(grammar, code).cognitive;
  expect(recursions('rust', 'impl A { fn f(&self) { self.f(); self.f(); Self::f(self); } }')).toBe(1);
  expect(recursions('rust', 'impl A { fn f(&self) { self.b.f(); f(); B::f(); } } fn g() { x.g() }')).toBe(0);
  expect(recursions('rust', 'fn f<T>() { let c = || f::<u8>(); fn h() { h() } }')).toBe(2);
  expect(recursions('python', 'class A:\n  def f(self): self.f()\n  def g(self): super().g(); g()')).toBe(1);
  expect(recursions('tsx', 'const f = (n) => f(n - 1);')).toBe(1);
});

test('knows how deep control flow goes, and that classes start anew', () => {
  const depth = (grammar: Grammar, code: string) => measured(grammar, code).functions[0]!.nesting;
  expect(depth('rust', 'fn f() { if a {} else if b { for x in y { v.map(|z| match z { _ => {} }) } } }')).toBe(3);
  expect(depth('rust', 'fn f() { let g = || 1; }')).toBe(0);
  expect(measured('rust', 'fn f() { if a { impl T for X { fn m() { if b {} } } } }').cognitive).toBe(2);
});

test('reads a chain of ten thousand operators and as many nested blocks', () => {
  const operators = Array.from({ length: 10_000 }, (_, i) => (i % 2 ? '&& b' : '|| a')).join(' ');
  expect(measured('rust', `fn f() -> bool { x ${operators} }`).functions).toMatchObject([
    { cyclomatic: 10_001, cognitive: 10_000 },
  ]);
  const deep = `fn f() { ${'if a {'.repeat(3000)} ${'}'.repeat(3000)} }`;
  expect(measured('rust', deep).functions).toMatchObject([{ nesting: 3000, cognitive: (3000 * 3001) / 2 }]);
});
