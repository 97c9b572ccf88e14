type Files = Readonly<Record<string, string>>;

/** A form of the language in a module, what leaves, and what its part and its facade have to say. */
export interface FormRow {
  readonly name: string;
  readonly path: string;
  readonly files: Files;
  readonly units: readonly string[];
  /** Pieces of the part's text. */
  readonly part: readonly string[];
  /** Pieces of the facade's text. */
  readonly facade: readonly string[];
  /** What a naive split would write in place of one of these pieces: S does not pass it. */
  readonly naive: readonly [from: string, to: string];
}

const row = (
  name: string,
  path: string,
  text: string,
  units: readonly string[],
  { part = [], facade = [], naive, files = {} }: Pick<FormRow, 'naive'> & Partial<FormRow>,
): FormRow => ({ name, path, files: { ...files, [path]: text }, units, part, facade, naive });

const DEP = {
  'src/dep.ts': 'export class Dep {}\n\nexport const one = 1;\n\nexport interface Shape {\n  x: number;\n}\n',
};
const STAYS = '\nexport const stays = 1;\n';

export const FORMS: readonly FormRow[] = [
  row(
    'a default export',
    'src/m.ts',
    `export default function a(): number {\n  return 1;\n}\n${STAYS}`,
    ['function a'],
    {
      part: ['export default function a()'],
      facade: ["export { default } from './m/part"],
      naive: ['export { default }', 'export { default as a }'],
    },
  ),
  row(
    '`export *` of another module',
    'src/m.ts',
    `export * from './dep';\n\nexport const a = 2;\n${STAYS}`,
    ['const a'],
    {
      files: DEP,
      facade: ["export * from './dep';", "export { a } from './m/part"],
      naive: ["export * from './dep';\n", "export { one } from './dep';\n"],
    },
  ),
  row('`export type *`', 'src/m.ts', `export type * from './dep';\n\nexport const a = 2;\n${STAYS}`, ['const a'], {
    files: DEP,
    facade: ["export type * from './dep';"],
    naive: ['export type *', 'export *'],
  }),
  row('an enum', 'src/m.ts', `export enum Level {\n  Low,\n  High = Low + 4,\n}\n${STAYS}`, ['enum Level'], {
    facade: ["export { Level } from './m/part"],
    naive: ['export { Level }', 'export type { Level }'],
  }),
  row(
    'a function and a namespace of one name',
    'src/m.ts',
    `export function a(): number {\n  return a.count;\n}\n\nexport namespace a {\n  export const count = 1;\n}\n${STAYS}`,
    ['function a'],
    { facade: ["export { a } from './m/part"], naive: ['export const count = 1', 'export const count = 2'] },
  ),
  row(
    'a decorated class whose types are values at run time',
    'src/m.ts',
    `import { Dep } from './dep';\nimport { mark } from './mark';\n\nexport class A {\n  @mark dep!: Dep;\n}\n${STAYS}`,
    ['class A'],
    {
      files: {
        ...DEP,
        'src/mark.ts': 'export const mark = (_: object, _key: string): void => {};\n',
        'tsconfig.json': '{"compilerOptions":{"experimentalDecorators":true,"emitDecoratorMetadata":true}}',
      },
      part: ["import { Dep } from '../dep';"],
      naive: ["import { Dep } from '../dep';", "import type { Dep } from '../dep';"],
    },
  ),
  row(
    'markup whose pragma names a function',
    'src/m.tsx',
    `/** @jsx h */\nimport { h } from './h';\n\nexport const a = () => <p>{1}</p>;\n${STAYS}`,
    ['const a'],
    {
      files: { 'src/h.ts': 'export const h = (...all: unknown[]): unknown[] => all;\n' },
      part: ['/** @jsx h */', "import { h } from '../h';"],
      naive: ["import { h } from '../h';\n", ''],
    },
  ),
  row(
    'a module for the browser',
    'src/m.ts',
    `'use client';\n\nexport const a = (): number => 2;\n${STAYS}`,
    ['const a'],
    { part: ["'use client';"], facade: ["'use client';"], naive: ["'use client';\n", ''] },
  ),
  row('`.mts`', 'src/m.mts', `import { one } from './dep.mjs';\n\nexport const a = one;\n${STAYS}`, ['const a'], {
    files: { 'src/dep.mts': 'export const one = 1;\n' },
    part: ["from '../dep.mjs'"],
    facade: ["from './m/part.mjs'"],
    naive: ["from '../dep.mjs'", "from './dep.mjs'"],
  }),
  row('`.cts`', 'src/m.cts', `import { one } from './dep.cjs';\n\nexport const a = one;\n${STAYS}`, ['const a'], {
    files: { 'src/dep.cts': 'export const one = 1;\n' },
    part: ["from '../dep.cjs'"],
    facade: ["from './m/part.cjs'"],
    naive: ["from './m/part.cjs'", "from './m/other.cjs'"],
  }),
  row('`.mjs`', 'src/m.mjs', `import { one } from './dep.mjs';\n\nexport const a = one;\n${STAYS}`, ['const a'], {
    files: { 'src/dep.mjs': 'export const one = 1;\n' },
    part: ["from '../dep.mjs'"],
    facade: ["from './m/part.mjs'"],
    naive: ["export { a } from './m/part.mjs'", "export { a as b } from './m/part.mjs'"],
  }),
  row(
    'data with attributes',
    'src/m.ts',
    `import data from './data.json' with { type: 'json' };\n\nexport const a = data;\n${STAYS}`,
    ['const a'],
    {
      files: { 'src/data.json': '{}\n' },
      part: ["import data from '../data.json' with { type: 'json' };"],
      naive: [" with { type: 'json' }", ''],
    },
  ),
];
