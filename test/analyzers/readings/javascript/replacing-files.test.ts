import { expect, test } from 'vitest';
import { replacingFile, spyingFile } from '../../../../analyzers/readings/javascript/replacing-files.ts';
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

const spied = (text: string, others: Readonly<Record<string, string>> = {}): string | null =>
  spyingFile(
    memoryView({ 'src/core.js': 'export const rate = () => 1;\n', 'src/user.test.js': text, ...others }),
    'src/core.js',
    ['rate'],
  );

test.each<[string, Record<string, string>?]>([
  ["import * as core from './core.js';\nvi.spyOn(core, 'rate');\n"],
  ["import * as core from './core.js';\nconst target = core;\nvi.spyOn(target, 'rate');\n"],
  ["import * as core from './core.js';\nconst spy = vi.spyOn;\nspy(core, 'rate');\n"],
  [
    "let core;\nbeforeEach(async () => {\n  core = await import('./core.js');\n});\ntest('x', () => vi.spyOn(core, 'rate'));\n",
  ],
  ["const core = await vi.importActual('./core.js');\nvi.spyOn(core, 'rate');\n"],
  [
    "import { core } from './index.js';\nvi.spyOn(core, 'rate');\n",
    { 'src/index.js': "export * as core from './core.js';\n" },
  ],
  [
    "import * as core from './core.js';\nvi.mock('./core.js', { spy: true });\nvi.mocked(core.rate).mockReturnValue(1);\n",
  ],
])('spies on an export: %s', (text, others) => expect(spied(text, others)).toBe('src/user.test.js'));

test.each([
  "import * as core from './core.js';\nvi.spyOn(core, 'other');\n",
  "import * as core from './other.js';\nvi.spyOn(core, 'rate');\n",
  "import * as core from './core.js';\nconst spy = vi.spyOn(console, 'log');\nuse(core, 1);\n",
  "vi.mock('./other.js', { spy: true });\n",
])('does not spy on it: %s', (text) => expect(spied(text)).toBeNull());
