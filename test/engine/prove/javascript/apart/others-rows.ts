import type { ApartRow } from './rows.ts';

const split = (name: string, proven: boolean, others: ApartRow['before'], disk: ApartRow['disk'] = {}): ApartRow => ({
  name,
  proven,
  disk,
  before: {
    'src/core.ts':
      'export function alpha(): number {\n  return 1;\n}\n\nexport function beta(): number {\n  return 2;\n}\n',
    ...others,
  },
  after: {
    'src/core.ts': "export { alpha } from './core/alpha.js';\n\nexport function beta(): number {\n  return 2;\n}\n",
    'src/core/alpha.ts': 'export function alpha(): number {\n  return 1;\n}\n',
  },
});

const asks = (text: string): ApartRow['before'] => ({ 'test/core.test.ts': text });

/** Tests that replace what the module exports: a re-export is a getter in CommonJS. */
export const REPLACED: readonly ApartRow[] = [
  split('spies by jest', false, asks("import * as core from '../src/core';\njest.spyOn(core, 'alpha');\n")),
  split(
    'stubs by sinon',
    false,
    asks("import * as core from '../src/core.js';\nsinon.stub(core, 'alpha').returns(1);\n"),
  ),
  split('mocks a method', false, asks('import core = require("../src/core");\nmock.method(core, "alpha", () => 7);\n')),
  split('sets an export', false, asks("const core = require('../src/core');\ncore.alpha = () => 7;\n")),
  split(
    'defines an export',
    false,
    asks("const core = require('../src/core');\nObject.defineProperty(core, 'alpha', {});\n"),
  ),
  split('spies by vitest', true, asks("import * as core from '../src/core';\nvi.spyOn(core, 'alpha');\n")),
  split(
    'spies on another',
    true,
    asks(
      "import * as core from '../src/core';\nimport * as o from '../src/o';\njest.spyOn(o, 'alpha');\ncore.beta();\n",
    ),
  ),
  split(
    'calls and compares',
    true,
    asks("import * as core from '../src/core';\nif (core.alpha === core.beta) core.alpha();\n"),
  ),
];

/** What other files find where the new file lies. */
export const TAKEN: readonly ApartRow[] = [
  split('under a name of `paths`', false, {
    'tsconfig.json': '{"compilerOptions": {"paths": {"@lib/*": ["./src/core/*", "./src/shared/*"]}}}',
    'src/shared/alpha.ts': 'export const x = 1;\n',
    'src/main.ts': "import { x } from '@lib/alpha';\nconsole.log(x);\n",
  }),
  split('in place of a folder', false, {
    'src/core/alpha/index.ts': 'export const x = 1;\n',
    'src/main.ts': "import { x } from './core/alpha';\nconsole.log(x);\n",
  }),
  split('by a list of the folder', false, {
    'src/core/one.ts': 'export default 1;\n',
    'src/load.mjs':
      "for (const one of readdirSync(new URL('./core/', import.meta.url))) await import(`./core/${one}`);\n",
  }),
  split('by a glob of the folder', false, {
    'src/core/one.ts': 'export default 1;\n',
    'src/load.ts': "export const all = import.meta.glob('./core/*.ts');\n",
  }),
  split('by nothing', true, {
    'src/main.ts': "import { alpha } from './core';\nalpha();\n",
    'src/other/alpha.ts': 'export {};\n',
  }),
  split('where a tool lists texts', true, {
    'src/core/one.ts': 'export default 1;\n',
    'tool.mjs': "for (const one of readdirSync('src/core')) console.log(one);\n",
  }),
];

/** A call with a path that nobody edits, in a part of another folder. */
export const PATHS: readonly ApartRow[] = [
  ['asks vitest for the actual module', "vi.importActual('./dep.js')"],
  ['asks jest for the actual module', "jest.requireActual('./dep.js')"],
  ['lists by the bundler', "import.meta.glob('./*.ts')"],
].map(([name, call]) => ({
  name: name!,
  proven: false,
  before: { 'src/core.ts': `export const a = () => ${call};\n\nexport const b = 2;\n` },
  after: {
    'src/core.ts': "export { a } from './core/a.js';\n\nexport const b = 2;\n",
    'src/core/a.ts': `export const a = () => ${call};\n`,
  },
}));

const turned = (first: string, second: string, proven: boolean): ApartRow => ({
  name: `${first} ${second}`,
  proven,
  before: { 'src/core.ts': `${first}\nexport function go(): void {}\n${second}\n` },
  after: {
    'src/core.ts': `export { B } from './core/b.js';\n${first}\nexport function go(): void {}\n`,
    'src/core/b.ts': second,
  },
});

/** A statement that sets something on what the language gives, and a value that is made by it. */
export const GLOBALS: readonly ApartRow[] = [
  turned('Math.random = () => 0.5;', 'export const B = Math.random();', false),
  turned('Math.max = () => 1;', 'export const B = Math.max(1, 2);', false),
  turned('globalThis.Date = Fake;', 'export const B = new Date(0);', false),
  turned("process.env.TZ = 'Asia/Tokyo';", 'export const B = new Date(2020, 0, 1);', false),
  turned('Error.stackTraceLimit = 0;', 'export const B = new Error();', false),
  turned('Object.keys = () => [];', 'export const B = Object.keys({ a: 1 });', false),
  turned('Object.assign(Array.prototype, { last() {} });', 'export const B = Array.from([1]);', false),
  turned("console.log('a');", 'export const B = Math.max(1, 2);', true),
  turned("console.log('a');", "export const B = new Map([['a', 1]]);", true),
];
