import { expect, test } from 'vitest';
import { reachingFile } from '../../../../analyzers/readings/javascript/reaching-files.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const reacher = (text: string): string | null =>
  reachingFile(memoryView({ 'src/m.ts': 'export const a = 1;\n', 'src/user.ts': text }), ['src/m.ts']);

test('an address that is another one each time reaches the module', () => {
  expect(reacher("export const load = () => import('./m.js?fresh');\n")).toBe('src/user.ts');
  expect(reacher('export const load = (n: number) => import(`./m.js?t=${n}`);\n')).toBe('src/user.ts');
  expect(reacher("export const load = () => import('./m.js' + '?a');\n")).toBe('src/user.ts');
  expect(reacher("// As /m?id=1 does.\nexport const at = new URL('./m?id=1', import.meta.url);\n")).toBe('src/user.ts');
});

test('the address of a page in a comment does not', () => {
  expect(reacher('/** See [the page](https://example.org/m?id=extend). */\nexport const b = 2;\n')).toBeNull();
  expect(reacher("export const b = 2; // from './m.js?fresh'\n")).toBeNull();
});
