import { expect, test } from 'vitest';
import { caseView, judgeBySyntax } from '../../helpers/judge-by-syntax.ts';

type Files = Readonly<Record<string, string>>;

const judged = async (language: string, before: Files, after: Files): Promise<string> =>
  (await judgeBySyntax(caseView(language, before), caseView(language, after))).outcome;

test('a file that what it imports imports gives the names of its parts later than they did', async () => {
  const rest = { 'src/other.ts': "import { X } from './m';\n\nexport const V = X;\n" };
  const facade = (own: string): string =>
    `${own}import { V } from './other';\n\nexport function f(): number {\n  return V;\n}\n`;
  const before = { ...rest, 'src/m/a.ts': 'export const X = 1;\n', 'src/m.ts': facade("export { X } from './m/a';\n") };
  const after = (cycle: Files): Files => ({ ...cycle, 'src/m.ts': facade('export const X = 1;\n\n') });
  expect(await judged('javascript', before, after(rest))).toBe('not-proven');
  const free = { 'src/other.ts': 'export const V = 1;\n' };
  expect(await judged('javascript', { ...before, ...free }, after(free))).toBe('proven');
});

test('a name that a call reads has to be there before the call', async () => {
  const before = {
    'pkg/__init__.py': '',
    'pkg/_value.py': 'X = 1\n',
    'pkg/core.py': 'from pkg._value import X as X\n\n\ndef f():\n    return X\n\n\nT = f()\n',
  };
  const after = (text: string): Files => ({ 'pkg/__init__.py': '', 'pkg/core.py': text });
  const late = 'def f():\n    return X\n\n\nT = f()\n\nX = 1\n';
  const early = 'X = 1\n\n\ndef f():\n    return X\n\n\nT = f()\n';
  expect(await judged('python', before, after(late))).toBe('not-proven');
  expect(await judged('python', before, after(early))).toBe('proven');
});

test('a split that lets a call read what stands further down now is no split', async () => {
  const before = {
    'pkg/__init__.py': '',
    'pkg/core.py': 'X = 1\n\n\ndef f():\n    return 2\n\n\ndef g():\n    return X\n\n\nT = g()\n',
  };
  const after = (text: string): Files => ({
    'pkg/__init__.py': '',
    'pkg/_part.py': 'def f():\n    return 2\n',
    'pkg/core.py': `from ._part import f as f\n\n\n${text}`,
  });
  const call = 'def g():\n    return X\n\n\nT = g()\n';
  expect(await judged('python', before, after(`${call}X = 1\n`))).toBe('not-proven');
  expect(await judged('python', before, after(`X = 1\n\n\n${call}`))).toBe('proven');
});
