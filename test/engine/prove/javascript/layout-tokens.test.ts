import { expect, test } from 'vitest';
import { proveViews } from '../../../helpers/javascript-project.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const verdict = async (old: string, now: string): Promise<string> => {
  const before = memoryView({ 'm.tsx': `export const b = 1;\n${old}\n` });
  const after = memoryView({
    'm.tsx': "export { a } from './m/a';\nexport const b = 1;\n",
    'm/a.tsx': `${now}\n`,
  });
  const { proofs } = await proveViews([before, after], null, ['S'], []);
  return [...new Set(proofs.map((proof) => proof.verdict))].join();
};

/** What a formatter writes where a line becomes too long, or short enough again. */
test.each([
  ['export const a = (x: 1 | 2) => x;', 'export const a = (\n  x:\n    | 1\n    | 2,\n) => x;'],
  ['export const a = [1, [2], { b: 3 }];', 'export const a = [\n  1,\n  [2],\n  { b: 3 },\n];'],
  ['export const a = f(1, /* two */ 2);', 'export const a = f(\n  1,\n  /* two */ 2,\n);'],
  ['export const a = (x) => (x ? 1 : 2);', 'export const a = (x) =>\n  x ? 1 : 2;'],
  ['export const a = <b>1</b>;', 'export const a = (\n  <b>1</b>\n);'],
  ['export type a = 1 & { b: 2 };', 'export type a =\n  & 1\n  & { b: 2 };'],
])('%s', async (old, now) => {
  expect([await verdict(old, now), await verdict(now, old)]).toEqual(['proven', 'proven']);
});

test.each([
  ['export const a = [1, 2];', 'export const a = [1, 2, ,];'],
  ['export const a = [,];', 'export const a = [];'],
  ['export const a = (x?.y).z;', 'export const a = x?.y.z;'],
  ['export const a = (x) => (x, y);', 'export const a = f((x) => x, y);'],
  [
    'export const a = () => {\n  return (\n    <b>1</b>\n  );\n};',
    'export const a = () => {\n  return\n  <b>1</b>;\n};',
  ],
  ['export const a = (<b>1</b>, 2);', 'export const a = <b>1</b>, c = 2;'],
  ['export const a = ((x) => (x ? 1 : 2))(3);', 'export const a = (x) => (x ? 1 : 2)(3);'],
  ['export type a = 1 | 2;', 'export type a = 1 & 2;'],
  ['export type a = (1 | 2)[];', 'export type a = 1 | 2[];'],
])('%s is another statement', async (old, now) => {
  expect([await verdict(old, now), await verdict(now, old)]).toEqual(['failed', 'failed']);
});
