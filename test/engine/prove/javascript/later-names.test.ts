import { expect, test } from 'vitest';
import { caseView, judgeBySyntax } from '../../../helpers/judge-by-syntax.ts';

type Files = Readonly<Record<string, string>>;

const PART = `export const X = 1;

export class Base {}

export function one(): number {
  return 1;
}

export function late(): number {
  return X;
}

export type Shape = { readonly size: number };
`;
const PASSED = "export { Base, late, one, type Shape, X } from './m/part';\n";
const REST = `import { V } from './other';

export const kept = (): unknown => V;
`;

/** A file of these names takes its part back; `other.ts`, which it imports, imports it. */
async function judged(files: Files): Promise<{ outcome: string; why: string }> {
  const before = { ...files, 'src/m/part.ts': PART, 'src/m.ts': `${PASSED}${REST}` };
  const [link, ...rest] = REST.split('\n\n');
  const after = { ...files, 'src/m.ts': `${[link, PART.trimEnd(), ...rest].join('\n\n')}` };
  const { outcome, gaps } = await judgeBySyntax(caseView('javascript', before), caseView('javascript', after));
  const [gap] = gaps;
  return { outcome, why: gap?.kind === 'failed' ? gap.proof.why : '' };
}

const READ: Files = {
  'a value': "import { X } from './m';\n\nexport const V = X + 1;\n",
  'a value that is handed on': "import { X } from './m';\n\nexport const V = { X };\n",
  'a base class': "import { Base } from './m';\n\nexport class V extends Base {}\n",
  'a value by the whole module': "import * as m from './m';\n\nexport const V = m.X + 1;\n",
  'what a declared function reads': "import { late } from './m';\n\nexport const V = late();\n",
  'a value in a function that it calls':
    "import { X } from './m';\n\nfunction f() {\n  return X;\n}\n\nexport const V = f();\n",
  'a value in a function that it hands to a call':
    "import { register } from 'pkg';\nimport { X } from './m';\n\nexport const V = register(() => X);\n",
  'a value in a constructor': "import { X } from './m';\n\nclass C {\n  x = X;\n}\n\nexport const V = new C();\n",
  'a value in a static block': "import { X } from './m';\n\nexport class V {\n  static x = X;\n}\n",
  'a value, and awaits': "import { X } from './m';\n\nawait 0;\nexport const V = () => X;\n",
};

test.each(Object.entries(READ))('what the file imports reads %s while it is loaded', async (_, text) => {
  const { outcome, why } = await judged({ 'src/other.ts': text });
  expect(why).toMatch(/later now/);
  expect(outcome).toBe('not-proven');
});

const LATER: Files = {
  'reads names in functions alone':
    "import { Base, X } from './m';\n\nexport const V = (): unknown => [X, new Base()];\n",
  'calls a declared function that reads nothing': "import { one } from './m';\n\nexport const V = one();\n",
  'hands a declared function on': "import { late } from './m';\n\nexport const V = { late };\n",
  'asks for types alone': "import { type Shape } from './m';\n\nexport const V: Shape = { size: 1 };\n",
  'asks for types alone, without a word': "import { Shape } from './m';\n\nexport const V: Shape = { size: 1 };\n",
  'passes names on': "export { X } from './m';\n\nexport const V = 1;\n",
};

test.each(Object.entries(LATER))('what the file imports %s', async (_, text) => {
  expect(await judged({ 'src/other.ts': text })).toEqual({ outcome: 'proven', why: '' });
});

test('a module further away is asked too', async () => {
  const other = "import { W } from './far';\n\nexport const V = W;\n";
  const far = (text: string): Files => ({ 'src/other.ts': other, 'src/far.ts': `import { X } from './m';\n\n${text}` });
  expect((await judged(far('export const W = X;\n'))).outcome).toBe('not-proven');
  expect((await judged(far('export const W = () => X;\n'))).outcome).toBe('proven');
  const through = {
    'src/other.ts': "import { W } from './far';\n\nexport const V = W();\n",
    'src/far.ts': "import { X } from './m';\n\nexport function W() {\n  return X;\n}\n",
  };
  expect((await judged(through)).outcome).toBe('not-proven');
});

test('what nobody can read as a module may read anything', async () => {
  const vue = "<script>\nimport { X } from './m';\nexport default { data: () => X };\n</script>\n";
  const other = "import view from './view.vue';\n\nexport const V = view;\n";
  expect((await judged({ 'src/other.ts': other, 'src/view.vue': vue })).outcome).toBe('not-proven');
});

test('a name that came later before may still', async () => {
  const files = { 'src/other.ts': "import { X } from './m';\n\nexport const V = X;\n" };
  const before = { ...files, 'src/m/part.ts': PART, 'src/m.ts': `${REST}\n${PASSED}` };
  const after = { ...files, 'src/m.ts': `${REST}\n${PART}` };
  const { outcome } = await judgeBySyntax(caseView('javascript', before), caseView('javascript', after));
  expect(outcome).toBe('proven');
});
