import { type Sabotage, sabotage } from './sabotage.ts';

/** What looks from the file of its caller. */
const CALLED = {
  'src/called.d.ts':
    'declare const proxyquire: (...given: unknown[]) => unknown;\ndeclare const mock: typeof proxyquire;\ndeclare const importFresh: typeof proxyquire;\ndeclare const td: { replace: typeof proxyquire };\n',
};
const OTHER = 'export function other(): number {\n  return 3;\n}\n';

/** A unit leaves for a part, and is not the same text any more. */
const moved = (title: string, was: string, is: string, names = 'low'): Sabotage =>
  sabotage(
    title,
    { 'src/m.ts': `${was}\n\n${OTHER}` },
    { 'src/m.ts': `export { ${names} } from './m/part.js';\n\n${OTHER}`, 'src/m/part.ts': `${is}\n` },
  );

/** Line breaks that the grammar reads. */
export const LAYOUT: readonly Sabotage[] = [
  moved(
    'a line break behind `return`',
    'export function low(x: number) {\n  return x + 1;\n}',
    'export function low(x: number) {\n  return\n  x + 1;\n}',
  ),
  moved(
    'a comment of two lines behind `return`',
    'export function low(x: number) {\n  return /* one two */ x + 1;\n}',
    'export function low(x: number) {\n  return /* one\n two */ x + 1;\n}',
  ),
  moved(
    '`++` goes to the next line',
    'export function low(a: number, b: number) {\n  a\n  ++b\n  return a * b\n}',
    'export function low(a: number, b: number) {\n  a ++\n  b\n  return a * b\n}',
  ),
  moved(
    'a line break behind `break` of an outer loop',
    'export function low(x: number) {\n  let x1 = x;\n  x1: for (;;) { for (;;) { x1 += 1; break x1; } }\n  return x1;\n}',
    'export function low(x: number) {\n  let x1 = x;\n  x1: for (;;) { for (;;) { x1 += 1; break\n  x1; } }\n  return x1;\n}',
  ),
  moved(
    'a field that was a getter',
    'export class low {\n  get\n  x() { return 1; }\n}',
    'export class low {\n  get x() { return 1; }\n}',
  ),
  moved(
    'a call that was a statement of its own',
    'export function low(a: any) {\n  const b = a\n  ;(a)()\n  return b;\n}',
    'export function low(a: any) {\n  const b = a\n  (a)()\n  return b;\n}',
  ),
  moved(
    'a line break behind `yield`',
    'export function* low(x: number) {\n  yield x;\n}',
    'export function* low(x: number) {\n  yield\n  x;\n}',
  ),
  moved(
    'blanks in a template',
    'export const low = (x: number) => `a b`;',
    'export const low = (x: number) => `a  b`;',
  ),
  sabotage(
    'a string in the middle becomes a directive',
    { 'src/m.ts': "export const low = 1;\n'use client';\n" },
    {
      'src/m.ts': "'use client';\nexport { low } from './m/part.js';\n",
      'src/m/part.ts': "'use client';\nexport const low = 1;\n",
    },
  ),
];

/** Comments that a tool obeys. */
export const COMMENTS: readonly Sabotage[] = [
  sabotage(
    'a comment comes to stand in another function',
    { 'src/m.ts': `export function low(): number {\n  return 1; // keep\n}\n\n${OTHER}` },
    {
      'src/m.ts': `export { low } from './m/part.js';\n\n${OTHER.replace('3;', '3; // keep')}`,
      'src/m/part.ts': 'export function low(): number {\n  return 1;\n}\n',
    },
  ),
  sabotage(
    '@ts-ignore comes to stand above another function',
    { 'src/m.ts': `// @ts-ignore\nexport const low = (): number => 1;\n\n${OTHER}` },
    {
      'src/m.ts': `export { low } from './m/part.js';\n\n// @ts-ignore\n${OTHER}`,
      'src/m/part.ts': 'export const low = (): number => 1;\n',
    },
  ),
  sabotage(
    '@ts-nocheck is missing in a part',
    { 'src/m.ts': `// @ts-nocheck\n\nexport const low = (): number => 1;\n\n${OTHER}` },
    {
      'src/m.ts': `// @ts-nocheck\n\nexport { low } from './m/part.js';\n\n${OTHER}`,
      'src/m/part.ts': 'export const low = (): number => 1;\n',
    },
  ),
  sabotage(
    'a pragma stands behind the first line now',
    { 'src/m.ts': `/** @jsxImportSource preact */\nexport const low = (): number => 1;\n\n${OTHER}` },
    {
      'src/m.ts': `export { low } from './m/part.js';\n/** @jsxImportSource preact */\n\n${OTHER}`,
      'src/m/part.ts': '/** @jsxImportSource preact */\nexport const low = (): number => 1;\n',
    },
  ),
  sabotage(
    'eslint-disable for a file is not passed on',
    {
      'src/m.ts': `/* eslint-disable no-console */\nimport './empty.js';\n\nexport const low = (): number => 1;\n\n${OTHER}`,
      'src/empty.ts': 'export {};\n',
    },
    {
      'src/m.ts': `/* eslint-disable no-console */\nimport './empty.js';\nexport { low } from './m/part.js';\n\n${OTHER}`,
      'src/m/part.ts': 'export const low = (): number => 1;\n',
      'src/empty.ts': 'export {};\n',
    },
  ),
  sabotage(
    'a unit leaves the range of an eslint-disable',
    {
      'src/m.ts': `${OTHER}\n/* eslint-disable no-console */\n\nexport const high = 2;\n\nexport const low = (): number => 1;\n`,
    },
    {
      'src/m.ts': `export { low } from './m/part.js';\n\n${OTHER}\n/* eslint-disable no-console */\n\nexport const high = 2;\n`,
      'src/m/part.ts': 'export const low = (): number => 1;\n',
    },
  ),
  sabotage(
    'a mark of purity is lost to another call',
    {
      'src/m.ts':
        'const one = (x: number): number => x;\n\nexport const low = /* @__PURE__ */ one(1);\n\nexport const high = one(2);\n',
    },
    {
      'src/m.ts': "export { low, high } from './m/part.js';\n",
      'src/m/part.ts':
        'const one = (x: number): number => x;\n\nexport const low = one(1);\n\nexport const high = /* @__PURE__ */ one(2);\n',
    },
  ),
  sabotage(
    'a deprecation stands at another export',
    { 'src/m.ts': 'const low = 1;\nconst high = 2;\n\nexport { /** @deprecated */ low, high };\n' },
    {
      'src/m.ts': "export { low, /** @deprecated */ high } from './m/part.js';\n",
      'src/m/part.ts': 'export const low = 1;\nexport const high = 2;\n',
    },
  ),
  sabotage(
    'a comment of an import is gone',
    {
      'src/m.ts': `import { dep } from './dep.js'; // @keep\n\nexport const low = (): number => dep;\n\n${OTHER}`,
      'src/dep.ts': 'export const dep = 1;\n',
    },
    {
      'src/m.ts': `export { low } from './m/part.js';\n\n${OTHER}`,
      'src/m/part.ts': "import { dep } from '../dep.js';\n\nexport const low = (): number => dep;\n",
      'src/dep.ts': 'export const dep = 1;\n',
    },
  ),
  sabotage(
    'a coverage comment comes with a note that nobody wrote',
    { 'src/m.ts': `export const low = (): number => 1;\n\n${OTHER}` },
    {
      'src/m.ts': `export { low } from './m/part.js';\n\n${OTHER}`,
      'src/m/part.ts': '/* v8 ignore file */\nexport const low = (): number => 1;\n',
    },
  ),
];

/** What refers to the file that contains it. */
const ENDPOINT = 'src/pages/api/orders';
const NEXT_APP = '{"type":"module","dependencies":{"next":"15.0.0"}}';
const PAIR = 'export const a = (): number => 1;\n\nexport const b = (): number => 2;\n';

export const PLACES: readonly Sabotage[] = [
  sabotage(
    'a part is an endpoint of its own',
    { 'package.json': NEXT_APP, [`${ENDPOINT}.ts`]: PAIR },
    {
      'package.json': NEXT_APP,
      [`${ENDPOINT}.ts`]: "export { a, b } from './orders/totals.js';\n",
      [`${ENDPOINT}/totals.ts`]: PAIR,
    },
  ),
  moved(
    '`import.meta.url` in another folder',
    'export const low = (): string => import.meta.url;',
    'export const low = (): string => import.meta.url;',
  ),
  ...[
    ['`import.meta` handed on', '() => Object.keys(import.meta)'],
    ['`__filename` in another file', '() => __filename'],
    ['`require.main` in another file', '() => require.main === undefined'],
    ['`module` in another file', '() => module.id'],
    ['a computed `import()`', '(name: string): Promise<unknown> => import(name + 1)'],
    ['a computed `require`', '(name: string): unknown => require(name + 1)'],
    ['`eval`', '(text: string): unknown => eval(text)'],
  ].map(([title, body]) =>
    sabotage(
      `${title} has moved`,
      { 'src/m.ts': `export const low = ${body};\n\n${OTHER}` },
      {
        'src/m.ts': `export { low } from './m/part.js';\n\n${OTHER}`,
        'src/m/part.ts': `export const low = ${body};\n`,
      },
    ),
  ),
  sabotage(
    'a name of the package that some condition leads elsewhere',
    {
      'package.json':
        '{"name": "app", "private": true, "type": "module", "imports": {"#state": {"browser": "./src/state.js", "default": "./other.js"}}}',
      'src/state.ts': 'export const state = { count: 0 };\n',
      'other.ts': 'export const state = { count: 1 };\n',
      'src/m.ts': `import { state } from './state.js';\n\nexport const low = () => state.count;\n\n${OTHER}`,
    },
    {
      'package.json':
        '{"name": "app", "private": true, "type": "module", "imports": {"#state": {"browser": "./src/state.js", "default": "./other.js"}}}',
      'src/state.ts': 'export const state = { count: 0 };\n',
      'other.ts': 'export const state = { count: 1 };\n',
      'src/m.ts': `export { low } from './m/part.js';\n\n${OTHER}`,
      'src/m/part.ts': `import { state } from '#state';\n\nexport const low = () => state.count;\n`,
    },
  ),
  sabotage(
    'a path of a template in another folder',
    { 'src/m.ts': `export const low = { templateUrl: './low.html' };\n\n${OTHER}`, 'src/low.html': '<b></b>\n' },
    {
      'src/m.ts': `export { low } from './m/part.js';\n\n${OTHER}`,
      'src/m/part.ts': `export const low = { templateUrl: './low.html' };\n`,
      'src/low.html': '<b></b>\n',
    },
  ),
  ...[
    ['proxyquire("./low", {})', 'src/low.ts'],
    ['mock("./low", { get: 1 })', 'src/low/index.js'],
    ['importFresh("../config")', 'config.json'],
    ['td.replace("./low")', 'src/low.mjs'],
  ].map(([call = '', file = '']) =>
    sabotage(
      `${call} looks from the file of its caller`,
      { 'src/m.ts': `export const low = () => ${call};\n\n${OTHER}`, [file]: '{}\n', ...CALLED },
      {
        'src/m.ts': `export { low } from './m/part.js';\n\n${OTHER}`,
        'src/m/part.ts': `export const low = () => ${call};\n`,
        [file]: '{}\n',
        ...CALLED,
      },
    ),
  ),
  sabotage(
    'a comment imports a type from another folder than it did',
    {
      'src/m.ts': `/** @type {import("./low.js").Low} */\nexport const low = 1;\n\n${OTHER}`,
      'src/low.ts': 'export {};\n',
    },
    {
      'src/m.ts': `export { low } from './m/part.js';\n\n${OTHER}`,
      'src/m/part.ts': '/** @type {import("./low.js").Low} */\nexport const low = 1;\n',
      'src/low.ts': 'export {};\n',
    },
  ),
  moved(
    'a top-level `await` has moved',
    'export const low = await Promise.resolve(1);',
    'export const low = await Promise.resolve(1);',
  ),
  moved(
    'the `this` of the module has moved',
    'export const low = (): unknown => typeof this;',
    'export const low = (): unknown => typeof this;',
  ),
  sabotage(
    '`declare global` has moved',
    { 'src/m.ts': `declare global {\n  interface Array<T> {\n    low?: T;\n  }\n}\n\n${OTHER}` },
    {
      'src/m.ts': `import './m/part.js';\n\n${OTHER}`,
      'src/m/part.ts': 'export {};\ndeclare global {\n  interface Array<T> {\n    low?: T;\n  }\n}\n',
    },
  ),
  sabotage(
    'a part is another kind of file',
    { 'src/m.ts': `export const low = (): number => 1;\n\n${OTHER}` },
    {
      'src/m.ts': `export { low } from './m/part.mjs';\n\n${OTHER}`,
      'src/m/part.mts': 'export const low = (): number => 1;\n',
    },
  ),
  sabotage(
    'a script becomes a module',
    { 'src/m.ts': `function low(): number {\n  return 1;\n}\n\nfunction high(): number {\n  return low();\n}\n` },
    {
      'src/m.ts': "import { low } from './m/part.js';\n\nfunction high(): number {\n  return low();\n}\n",
      'src/m/part.ts': 'export function low(): number {\n  return 1;\n}\n',
    },
  ),
];

const DEP = {
  'src/dep.ts':
    "export const first = 1;\nexport const second = 2;\nexport default 3;\nexport const kind = 'x' as 'x' | 'y';\n",
};

/** Names that lead elsewhere. */
export const BINDINGS: readonly Sabotage[] = [
  moved(
    'two names of one statement are swapped',
    'export const low = 1, high = 2;',
    'const low = 1, high = 2;\nexport { low as high, high as low };',
    'low, high',
  ),
  sabotage(
    'an export is passed on under the name of another',
    { 'src/m.ts': 'export const low = (): number => 1;\nexport const high = (): number => 2;\n' },
    {
      'src/m.ts': "export { low as high, high as low } from './m/part.js';\n",
      'src/m/part.ts': 'export const low = (): number => 1;\nexport const high = (): number => 2;\n',
    },
  ),
  ...[
    ['another name of the same module', '{ first as dep }', '{ second as dep }'],
    ['the default in place of a name', '{ first as dep }', 'dep'],
    ['a name in place of the default', 'dep', '{ first as dep }'],
    ['the whole module in place of the default', 'dep', '* as dep'],
  ].map(([title, was, is]) =>
    sabotage(
      `a part imports ${title}`,
      { ...DEP, 'src/m.ts': `import ${was} from './dep.js';\n\nexport const low = (): unknown => dep;\n\n${OTHER}` },
      {
        ...DEP,
        'src/m.ts': `export { low } from './m/part.js';\n\n${OTHER}`,
        'src/m/part.ts': `import ${is} from '../dep.js';\n\nexport const low = (): unknown => dep;\n`,
      },
    ),
  ),
  sabotage(
    'a snapshot is passed on in place of a variable',
    { 'src/m.ts': 'export let low = 1;\nexport const bump = (): number => ++low;\n' },
    {
      'src/m.ts': "export { bump, low } from './m/part.js';\n",
      'src/m/part.ts': 'let low0 = 1;\nexport const bump = (): number => ++low0;\nexport const low = low0;\n',
    },
  ),
  sabotage(
    'overloads stand in another order',
    {
      'src/m.ts':
        'export function low(x: string): string;\nexport function low(x: unknown): number;\nexport function low(x: unknown): unknown {\n  return x;\n}\n',
    },
    {
      'src/m.ts': "export { low } from './m/part.js';\n",
      'src/m/part.ts':
        'export function low(x: unknown): number;\nexport function low(x: string): string;\nexport function low(x: unknown): unknown {\n  return x;\n}\n',
    },
  ),
  sabotage(
    'an interface that is declared in two places is parted',
    {
      'src/m.ts': `interface Low {\n  a?: number;\n}\n\n${OTHER}\ninterface Low {\n  b?: number;\n}\n\nexport const high = (): number => 1;\n`,
    },
    {
      'src/m.ts': `export { high } from './m/part.js';\n\ninterface Low {\n  a?: number;\n}\n\n${OTHER}`,
      'src/m/part.ts': 'interface Low {\n  b?: number;\n}\n\nexport const high = (): number => 1;\n',
    },
  ),
  sabotage(
    'a module is passed on whole that was not',
    { ...DEP, 'src/m.ts': `import { first } from './dep.js';\n\nexport const low = (): number => first;\n\n${OTHER}` },
    {
      ...DEP,
      'src/m.ts': `export * from './dep.js';\nexport { low } from './m/part.js';\n\n${OTHER}`,
      'src/m/part.ts': "import { first } from '../dep.js';\n\nexport const low = (): number => first;\n",
    },
  ),
];
