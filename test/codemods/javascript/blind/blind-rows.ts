import type { HazardId } from '../../../../src/core/hazards/index.ts';

/** A split that the codemod refuses for one hazard, and that it writes where it does not look for that. */
export interface BlindRow {
  readonly hazard: HazardId;
  readonly name: string;
  readonly path: string;
  readonly files: Readonly<Record<string, string>>;
  readonly modules: Readonly<Record<string, readonly string[]>>;
}

const LOG =
  'export const LOG: string[] = [];\nexport function add(name: string): number {\n  return LOG.push(name);\n}\n';

const in_ =
  (path: string) =>
  (
    hazard: HazardId,
    name: string,
    text: string,
    modules: BlindRow['modules'],
    files: BlindRow['files'] = {},
  ): BlindRow => ({ hazard, name, path, files: { 'src/log.ts': LOG, ...files, [path]: text }, modules });

const ts = in_('src/m.ts');
const js = in_('src/m.js');

export const BLIND_ROWS: readonly BlindRow[] = [
  ts('J1', 'calls change places', "import { add } from './log.js';\n\nadd('a');\n\nexport const b = add('b');\n", {
    b: ['const b'],
  }),
  ts('J3', '`this` of the module', 'export const a = (): unknown => this;\n\nexport const b = 1;\n', {
    a: ['const a'],
  }),
  ts('J4', 'the place of the file', 'export const a = import.meta.url;\n\nexport const b = 1;\n', { a: ['const a'] }),
  ts('J4', 'a computed module', 'export const a = (x: string) => import(x);\n\nexport const b = 1;\n', {
    a: ['const a'],
  }),
  js('J4', '`__dirname`', 'const a = __dirname;\n\nmodule.exports = { a };\n', { a: ['const a'] }),
  ts('J7', 'a module that waits', 'export const a = await Promise.resolve(1);\n\nexport const b = 1;\n', {
    a: ['const a'],
  }),
  ts(
    'J7',
    'a module that waits for another',
    "import { slow } from './slow.js';\nimport { add } from './log.js';\n\nexport const a = add(slow);\n\nexport const b = add('b');\n\nexport const c = 1;\n",
    { a: ['const a'], b: ['const b'] },
    { 'src/slow.ts': "export const slow = await Promise.resolve('x');\n" },
  ),
  ts(
    'J8',
    'a variable that is assigned elsewhere',
    'export let n = 0;\n\nexport function up(): void {\n  n += 1;\n}\n',
    { n: ['let n'] },
  ),
  js(
    'J8',
    'a variable that another module reads',
    'let n = 0;\n\nfunction up() {\n  n += 1;\n}\n\nfunction read() {\n  return n;\n}\n\nmodule.exports = { up, read };\n',
    { n: ['let n', 'function up'] },
  ),
  ts(
    'J9',
    'server actions',
    "'use server';\n\nexport async function a(): Promise<void> {}\n\nexport async function b(): Promise<void> {}\n",
    { a: ['function a'] },
  ),
  ts(
    'J10',
    'what others extend',
    'export interface A {\n  x: number;\n}\n\nexport const b = 1;\n',
    { a: ['interface A'] },
    { 'src/more.ts': "import './m';\n\ndeclare module './m' {\n  interface A {\n    y: number;\n  }\n}\n" },
  ),
  ts(
    'J10',
    'a name in two declarations',
    'export interface A {\n  x: number;\n}\n\nexport const b = 1;\n\nexport interface A {\n  y: number;\n}\n',
    { a: ['interface A'] },
  ),
  ts(
    'J10',
    'the global scope',
    'export const b = 1;\n\ndeclare global {\n  var zz: number;\n}\n\nexport const c = 2;\n',
    { a: ['namespace global'] },
  ),
  ts('J12', '`eval`', 'export function a(): unknown {\n  return eval("b");\n}\n\nexport const b = 1;\n', {
    b: ['const b'],
  }),
  js('J15', 'a script', 'function a() {}\n\nfunction b() {}\n', { a: ['function a'] }),
  js(
    'J15',
    'CommonJS in a package of ES modules',
    'function a() {}\n\nmodule.exports = { a };\n',
    { a: ['function a'] },
    { 'package.json': '{"type": "module"}' },
  ),
  ts(
    'J16',
    'modules that both go first',
    'export class A {\n  b = 1;\n}\n\nexport class B extends A {}\n\nexport class C extends B {}\n',
    { ac: ['class A', 'class C'], b: ['class B'] },
  ),
  ts(
    'J17',
    'a private name of the facade',
    'const open = Math.random();\n\nexport function a(): number {\n  return open;\n}\n\nexport const b = 1;\n',
    { a: ['function a'] },
  ),
  ts(
    'J18',
    'a promise to the compiler',
    'declare const BUILD: string;\n\nexport const a = (): string => BUILD;\n\nexport const b = 1;\n',
    { b: ['const BUILD'] },
  ),
  ts('J18', 'an exported promise', 'export declare const BUILD: string;\n\nexport const b = 1;\n', {
    a: ['const BUILD'],
  }),
  ts('J20', 'an alias', 'import A = Intl.Collator;\n\nexport const a = (x: A): A => x;\n\nexport const b = 1;\n', {
    a: ['const a'],
  }),
  ts(
    'J70',
    'an import that is evaluated in another order',
    "export const first = add('first');\n\nexport const d = add('d') + D;\n\nexport const plain = (): number => 1;\n\nimport { D } from './dep';\nimport { add } from './log';\n",
    { first: ['const first'], later: ['const d'] },
    { 'src/dep.ts': "import { add } from './log';\n\nexport const D = add('dep');\n" },
  ),
  ts(
    'J71',
    'a value of another moment',
    "import { LOG, add } from './log.js';\n\nexport const a = add('a');\n\nexport const b = LOG.length;\n\nexport const c = add('c');\n",
    { b: ['const b'], ac: ['const a', 'const c'] },
  ),
  ts(
    'J72',
    'a comment that rules what follows',
    'export const a = 1;\n\n/* eslint-disable no-var */\n\nexport var b = 2;\n\nexport var c = 3;\n',
    { b: ['var b'] },
  ),
  ts(
    'J73',
    'what is disposed of',
    'export const b = 1;\n\nusing a = open();\n\nfunction open(): Disposable {\n  return { [Symbol.dispose]() {} };\n}\n',
    { a: ['using a', 'function open'] },
  ),
  js('J85', 'own exports', 'function a() {\n  exports.x = 1;\n}\n\nexports.a = a;\n', { a: ['function a'] }),
  js('J85', 'the arguments of the module', 'const a = () => arguments.length;\n\nexports.a = a;\n', { a: ['const a'] }),
  js('J85', 'a module that returns', 'function a() {}\n\nif (process.env.X) return;\n\nexports.a = a;\n', {
    a: ['function a'],
  }),
  js(
    'J86',
    'parts that need one another',
    'function a(x) {\n  return x > 0 ? b(x - 1) : x;\n}\n\nfunction b(x) {\n  return a(x);\n}\n\nmodule.exports = { a, b };\n',
    { a: ['function a'], b: ['function b'] },
  ),
  js(
    'J87',
    'a name that is replaced',
    "const { run } = require('./tool');\nconst patch = require('./patch');\n\nfunction a() {\n  return run();\n}\n\nmodule.exports = { a, patch };\n",
    { a: ['function a'] },
    {
      'src/tool.js': 'exports.run = () => 1;\n',
      'src/patch.js': "require('./tool').run = () => 2;\nmodule.exports = 'p';\n",
    },
  ),
  js(
    'J88',
    'a test that forgets the module',
    'function a() {}\n\nmodule.exports = { a };\n',
    { a: ['function a'] },
    { 'test/m.test.js': "delete require.cache[require.resolve('../src/m')];\n" },
  ),
];
