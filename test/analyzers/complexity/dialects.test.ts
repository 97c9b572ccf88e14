import { describe, expect, test } from 'vitest';
import { explainDialect } from '../../../analyzers/complexity/dialects/measure-dialect.ts';
import { DIALECT_IDS, type DialectId, type Metric } from '../../../analyzers/complexity/dialects/table.ts';
import { parse } from '../../../src/languages/parse.ts';
import { PYTHON_DIALECT_GOLDEN, RUST_DIALECT_GOLDEN } from './dialect-golden.ts';

const TABLES = [
  ['rust', RUST_DIALECT_GOLDEN],
  ['python', PYTHON_DIALECT_GOLDEN],
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
