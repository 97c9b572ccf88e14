import { expect, test } from 'vitest';
import { proveSyntax } from '../../../../../src/engine/prove/javascript/prove-syntax.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { CONVERSIONS } from './conversions.ts';
import { LANGUAGE } from './language-rows.ts';
import { GLOBALS, PATHS, REPLACED, TAKEN } from './others-rows.ts';
import { type ApartRow, BLOCK_FUNCTIONS, EXTENDED, PROBES, REACHED, SURROUNDINGS } from './rows.ts';

function isProven({ before, after, disk = {} }: ApartRow): boolean {
  const stands = (path: string) => disk[path] ?? null;
  const [first, second] = [memoryView(before, { stands }), memoryView({ ...before, ...after }, { stands })];
  const proofs = proveSyntax(first, second, Object.keys(after), null);
  return proofs.every(({ verdict }) => verdict === 'proven');
}

test.each(BLOCK_FUNCTIONS)('a function $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(SURROUNDINGS)('a part $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(EXTENDED)('another file $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(REACHED)('a test that $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(PROBES)('$name, in another order: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(CONVERSIONS)('$name, in another order: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(REPLACED)('a test that $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(TAKEN)('a part that others find $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(PATHS)('a part that $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(GLOBALS)('$name, the last one in a part: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(LANGUAGE)('a module changes $name, and a unit comes before it: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});
