import { expect, test } from 'vitest';
import { proveSyntax } from '../../../../../src/engine/prove/javascript/prove-syntax.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { ASKING, COLLECTED, REQUIRES } from './asking-rows.ts';
import { CONVERSIONS } from './conversions.ts';
import { LANGUAGE } from './language-rows.ts';
import { LOADERS } from './loader-rows.ts';
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

test.each(LOADERS)('files are loaded by $name: $says', ({ says, before, after }) => {
  const proofs = proveSyntax(memoryView(before), memoryView({ ...before, ...after }), Object.keys(after), null);
  const isTold = proofs.some(({ weakened }) => weakened?.includes('may load src/mods/core/alpha.ts'));
  const isFailed = proofs.some(
    ({ verdict, why }) => verdict === 'failed' && why.includes('finds src/mods/core/alpha.ts'),
  );
  expect(isFailed ? 'failed' : isTold ? 'less' : 'proven').toBe(says);
});

test.each(ASKING)('a part asks for what stayed, and a test $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(REQUIRES)('a part names a file by a `require` of the module, $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

test.each(COLLECTED)('a part of a helper is taken for a test $name: proven $proven', (row) => {
  expect(isProven(row)).toBe(row.proven);
});

const DOCUMENTED = '/** @param {Opt} o */\nexport function a(o) {\n  return o;\n}\n';

test.each([
  ['/** @typedef {{ n: number }} Opt */\n\n', '', 1],
  ['/** @import { Opt } from "./opt.js" */\n\n', '', 1],
  ['/** @typedef {{ n: number }} Opt */\n\n', '/** @typedef {{ n: number }} Opt */\n\n', 0],
  ['/** @typedef {{ n: number }} Other */\n\n', '', 0],
])('comments of a part name a type: of the module %j, of the part %j', (head, own, count) => {
  const before = { 'src/core.js': `${head}${DOCUMENTED}\nexport const b = 2;\n` };
  const after = {
    'src/core.js': `${head}export { a } from './core/a.js';\n\nexport const b = 2;\n`,
    'src/core/a.js': `${own}${DOCUMENTED}`,
  };
  const proofs = proveSyntax(memoryView(before), memoryView({ ...before, ...after }), Object.keys(after), null);
  expect(proofs.filter(({ weakened }) => weakened?.includes('the type Opt'))).toHaveLength(count);
});
