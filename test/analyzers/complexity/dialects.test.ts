import { describe, expect, test } from 'vitest';
import { explainDialect } from '../../../analyzers/complexity/dialects/measure-dialect.ts';
import { DIALECT_IDS, type DialectId, type Metric } from '../../../analyzers/complexity/dialects/table.ts';
import { parse } from '../../../src/languages/parse.ts';
import { JAVASCRIPT_DIALECT_GOLDEN, PYTHON_DIALECT_GOLDEN, RUST_DIALECT_GOLDEN } from './dialect-golden.ts';

const TABLES = [
  ['rust', RUST_DIALECT_GOLDEN],
  ['python', PYTHON_DIALECT_GOLDEN],
  ['tsx', JAVASCRIPT_DIALECT_GOLDEN],
] as const;

for (const [grammar, table] of TABLES) {
  describe.each(DIALECT_IDS)(`${grammar} as %s`, (dialect: DialectId) => {
    for (const { id, code, ...expected } of table) {
      test(`${id} ${code}`, () => {
        const syntax = parse(code, grammar);
        expect(syntax.errors).toEqual([]);
        const found = explainDialect(syntax, dialect);
        const of = (metric: Metric) => found.filter((each) => each.metric === metric).map(({ value }) => value);
        expect([of('cyclomatic'), of('cognitive')]).toEqual([
          expected.cyclomatic[dialect] ?? [],
          expected.cognitive[dialect] ?? [],
        ]);
        for (const { value, increments } of found)
          expect(increments.reduce((sum, { amount }) => sum + amount, 0)).toBe(value);
      });
    }
  });
}

test('every published case is there', () => {
  expect(RUST_DIALECT_GOLDEN.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, i) => `R${i + 1}`));
  expect(PYTHON_DIALECT_GOLDEN.map(({ id }) => id)).toEqual(Array.from({ length: 21 }, (_, i) => `P${i + 1}`));
});

/** As clippy 1.95 says of them: 3, and 2 less for two `return`s where the type is a `Result`, else 1 less. */
const ALIASES = `type Step<T> = Result<T, u8>;
struct ParseResult;
fn by_alias(a: bool, b: bool) -> Step<u8> { if a { return Ok(1); } if b { return Err(2); } Ok(3) }
fn of_own_type(a: bool, b: bool) -> ParseResult { if a { return ParseResult; } if b { return ParseResult; } ParseResult }
fn by_name(a: bool, b: bool) -> std::thread::Result<u8> { if a { return Ok(1); } if b { return Ok(2); } Ok(3) }
fn elsewhere(a: bool, b: bool) -> std::sync::LockResult<u8> { if a { return Ok(1); } if b { return Ok(2); } Ok(3) }
`;

test('a `Result` under another name is one for clippy', () => {
  const found = explainDialect(parse(ALIASES, 'rust'), 'clippy').map(({ symbol, value }) => [symbol, value]);
  expect(found).toEqual([
    ['by_alias', 1],
    ['of_own_type', 2],
    ['by_name', 1],
    ['elsewhere', 1],
  ]);
});

const WHOLE = (last: string): string => `def f(x):\n    match x:\n        case 1: pass\n        case ${last}: pass\n`;
const GROUPS = 'def f(x):\n    try: pass\n    except *A as e: pass\n    except  *B: pass\n    else: pass\n';

/** As radon 6.0.1, mccabe 0.7.0 and ruff 0.17.6 say of them. */
test.each([
  [WHOLE('b as a'), 3, 1, 2],
  [WHOLE('[2] | _'), 3, 1, 2],
  [WHOLE('([2] | b) as c'), 3, 1, 2],
  [WHOLE('[b] as a'), 3, 1, 3],
  [WHOLE('(b,)'), 3, 1, 3],
  [WHOLE('a.b as c'), 3, 1, 3],
  [GROUPS, 1, 1, 4],
])('%s', (code, ...expected) => {
  const syntax = parse(code, 'python');
  const value = (dialect: DialectId) => explainDialect(syntax, dialect)[0]!.value;
  expect([value('radon'), value('mccabe'), value('ruff')]).toEqual(expected);
});

/** As lizard 1.24.0 says of them. */
test.each([
  ['f"{x or 0}.{x or 0}"', 3],
  ["rf'text {x if x else 0} if or and'", 2],
  ['f"{{x or 0}}"', 1],
  ["f\"{x['if'] or {'a or b'}}\"", 2],
  ['f"{f\'{x or 1}\' or 2}"', 3],
  ['b"{x or 0}"', 1],
])('%s', (string, expected) => {
  const [told] = explainDialect(parse(`def f(x):\n    return ${string}\n`, 'python'), 'lizard');
  expect(told!.value).toBe(expected);
});
