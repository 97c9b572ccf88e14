import { expect, test } from 'vitest';
import { replacingFile } from '../../../../analyzers/readings/javascript/replacing-files.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const replacer = (text: string): string | null =>
  replacingFile(
    memoryView({ 'src/m.ts': 'export const a = 1;\n', 'src/user.ts': `import * as m from './m.js';\n${text}` }),
    ['src/m.ts'],
  );

test.each([
  'm.a = 2;\n',
  '(m as any).a = 2;\n',
  'm.a ??= 2;\n',
  "m['a'] = 2;\n",
  'delete m.a;\n',
  "jest.spyOn(m, 'a');\n",
  "sinon.stub(m as object, 'a');\n",
])('replaces what a module exports: %s', (text) => expect(replacer(text)).toBe('src/user.ts'));

test.each([
  'export type Of<T extends m.A = m.A> = T;\n',
  'export interface Of<T extends m.A = m.A, U = m.B> {\n  a: T;\n}\n',
  'export function of(a = m.a, b: m.A = m.a) {\n  return [a, b];\n}\n',
  'const same = m.a == 2;\n',
  "vi.spyOn(m, 'a');\n",
])('does not: %s', (text) => expect(replacer(text)).toBeNull());
