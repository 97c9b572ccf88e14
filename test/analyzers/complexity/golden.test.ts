import { describe, expect, test } from 'vitest';
import { measure } from '../../../analyzers/complexity/measure.ts';
import { parse } from '../../../src/languages/parse.ts';
import { JAVASCRIPT_GOLDEN, PYTHON_GOLDEN, RUST_GOLDEN } from './golden.ts';

const TABLES = [
  ['rust', RUST_GOLDEN],
  ['python', PYTHON_GOLDEN],
  ['tsx', JAVASCRIPT_GOLDEN],
] as const;

for (const [grammar, table] of TABLES) {
  describe(grammar, () => {
    test.each(table)('$id $code', ({ code, cognitive, cyclomatic, sonar, why }) => {
      const syntax = parse(code, grammar);
      expect(syntax.errors).toEqual([]);
      const { functions } = measure(syntax);
      expect(functions).toMatchObject([{ cognitive, cyclomatic }]);
      expect(cognitive === sonar || why !== undefined, 'a difference from the published value has a reason').toBe(true);
    });
  });
}

test('all published rows are there', () => {
  expect(RUST_GOLDEN.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, i) => `R${i + 1}`));
  expect(PYTHON_GOLDEN.map(({ id }) => id)).toEqual(Array.from({ length: 21 }, (_, i) => `P${i + 1}`));
});
