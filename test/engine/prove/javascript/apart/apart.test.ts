import { expect, test } from 'vitest';
import { proveSyntax } from '../../../../../src/engine/prove/javascript/prove-syntax.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { type ApartRow, BLOCK_FUNCTIONS, REACHED, SURROUNDINGS } from './rows.ts';

function isProven({ before, after }: ApartRow): boolean {
  const [first, second] = [memoryView(before), memoryView({ ...before, ...after })];
  const proofs = proveSyntax(first, second, Object.keys(after), null);
  return proofs.every(({ verdict }) => verdict === 'proven');
}

test.each(BLOCK_FUNCTIONS)('a function $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(SURROUNDINGS)('a part $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(REACHED)('a test that $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});
