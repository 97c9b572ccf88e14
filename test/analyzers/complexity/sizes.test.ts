import { describe, expect, test } from 'vitest';
import { measure } from '../../../analyzers/complexity/measure.ts';
import { halsteadMeasures } from '../../../analyzers/complexity/sizes/halstead.ts';
import { maintainability } from '../../../analyzers/complexity/sizes/maintainability.ts';
import { sumSizes } from '../../../analyzers/complexity/sizes/sum-sizes.ts';
import type { Grammar } from '../../../src/languages/language.ts';
import { parse } from '../../../src/languages/parse.ts';

const measured = (grammar: Grammar, code: string) => measure(parse(code, grammar));

describe('published values of rust-code-analysis', () => {
  test('Halstead of a Rust file', () => {
    const { sizes } = measured('rust', 'fn main(){let a=5;let b=5;let c=5;let avg=(a+b+c)/3;println!("{}",avg);}');
    expect(sizes.halstead).toEqual({ n1: 10, N1: 23, n2: 9, N2: 15 });
    const { volume, difficulty, effort } = halsteadMeasures(sizes.halstead);
    expect([volume, difficulty, effort].map((value) => value.toFixed(2))).toEqual(['161.42', '8.33', '1345.18']);
  });

  test('the maintainability index of a Python file, with its count of 2 for the file and the function', () => {
    const { sizes } = measured('python', 'def f():\n    pass');
    const { volume } = halsteadMeasures(sizes.halstead);
    const { original, sei, index } = maintainability({ ...sizes, volume, cyclomatic: 2 });
    expect([original, sei, index].map((value) => value.toFixed(3))).toEqual(['151.203', '142.643', '88.423']);
  });

  test('lines of a Rust file, which it counts without the blank ends', () => {
    const { sizes } = measured('rust', 'let a = 42;\n\nlet b = 43;\n');
    expect(sizes).toMatchObject({ lines: 3, code: 2, statements: 2, blank: 1, comment: 0 });
  });
});

const PARTS: readonly (readonly [Grammar, string, readonly string[], readonly string[]])[] = [
  [
    'rust',
    '//! d\nstruct A;\nimpl A {\n  /// e\n  fn f(&self, a: u8) -> R { let b = g(a)?; return b; }\n  fn h() { || return 1; }\n}\nfn k() {}\n',
    ['A 5 2 0 3/3'],
    ['A::f 1 2/2 0', 'A::h 1 1/1 0', 'k 1 0/0 0'],
  ],
  [
    'python',
    'class A:\n  """d"""\n  x = 1\n  class B:\n    def f(self):\n      if a: raise b\n      return 1\n',
    ['A 7 1 1 5/2', 'A.B 4 1 1 3/2'],
    ['A.B.f 3 3/2 1'],
  ],
  [
    'typescript',
    'class A {\n  m(a: string) {\n    if (a) throw b;\n    return `x\n\n`;\n  }\n}\nconst f = () => 1;\n',
    ['A 8 1 1 3/2'],
    ['A.m 6 3/2 1', 'f 1 0/0 0'],
  ],
];

test.each(PARTS)('%s: classes and functions by themselves', (grammar, code, types, functions) => {
  const file = measured(grammar, code);
  expect(
    file.types.map(
      ({ symbol, lines, methods, cognitive, sizes }) =>
        `${symbol} ${lines} ${methods} ${cognitive} ${sizes.statements}/${sizes.exits}`,
    ),
  ).toEqual(types);
  expect(
    file.functions.map(
      ({ symbol, lines, cognitive, sizes }) => `${symbol} ${lines} ${sizes.statements}/${sizes.exits} ${cognitive}`,
    ),
  ).toEqual(functions);
  for (const { sizes, lines } of [...file.types, ...file.functions, file])
    expect([sizes.lines, sizes.code + sizes.comment + sizes.blank]).toEqual([lines, lines]);
  const whole = file.sizes.halstead;
  for (const { N1, N2 } of file.functions.map(({ sizes }) => sizes.halstead)) {
    expect(N1).toBeLessThanOrEqual(whole.N1);
    expect(N2).toBeLessThanOrEqual(whole.N2);
  }
});

test('a documentation string is no operand, and the sign of a doc comment no operator', () => {
  expect(measured('python', '"""doc"""\nx = "s"\n').sizes.halstead).toEqual({ n1: 1, N1: 1, n2: 2, N2: 2 });
  expect(measured('rust', '//! doc\n/// more\nfn f() {}').sizes.halstead).toEqual({ n1: 3, N1: 3, n2: 1, N2: 1 });
});

test('files together: sums, the deepest and the most, the mean index by lines', () => {
  const files = ['def f(a, b):\n  if a: return b\n', 'class C: pass\n', ''].map((code) => measured('python', code));
  const [first, second] = files.map((file) => sumSizes([file]));
  const together = sumSizes(files);
  expect(together).toMatchObject({ statements: 3, exits: 1, types: 1, nesting: 1, parameters: 2 });
  expect(together.volume).toBeCloseTo(first!.volume + second!.volume);
  expect(together.maintainability).toBeCloseTo((first!.maintainability * 2 + second!.maintainability + 100) / 4);
  expect(sumSizes([])).toMatchObject({ maintainability: 100, volume: 0 });
});
