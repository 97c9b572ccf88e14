/** A split as someone wrote it by hand, one file taken out of another. */
export interface ApartRow {
  readonly name: string;
  readonly proven: boolean;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  /** What the disk has besides, left out by git. */
  readonly disk?: Readonly<Record<string, 'file' | 'folder'>>;
}

const common = (head: string, moved: string, isStrict = false): Pick<ApartRow, 'before' | 'after'> => {
  const strict = isStrict ? "'use strict';\n\n" : '';
  return {
    before: { 'lib/core.js': `${strict}${head}\n${moved}\nfunction gamma() {}\n\nmodule.exports = { beta, gamma };\n` },
    after: {
      'lib/core.js': `${strict}const { beta } = require('./core/alpha');\n\n${head}\nfunction gamma() {}\n\nmodule.exports = { beta, gamma };\n`,
      'lib/core/alpha.js': `${strict}${moved}\nmodule.exports = { beta };\n`,
    },
  };
};

const READER = 'function beta() {\n  return typeof helper;\n}\n';
const HELPER = 'function helper() {}';

/** Functions of blocks, which sloppy code sees around them. */
export const BLOCK_FUNCTIONS: readonly ApartRow[] = [
  { name: 'in a block', proven: false, ...common(`{ ${HELPER} }`, READER) },
  { name: 'under a condition', proven: false, ...common(`if (process.env.X) { ${HELPER} }`, READER) },
  { name: 'otherwise', proven: false, ...common(`if (process.env.X) {} else { ${HELPER} }`, READER) },
  { name: 'in a case', proven: false, ...common(`switch (1) {\n  case 1:\n    ${HELPER}\n}`, READER) },
  { name: 'in a loop', proven: false, ...common(`for (const x of [1]) { ${HELPER} }`, READER) },
  { name: 'where an error is caught', proven: false, ...common(`try {} catch (helper) { ${HELPER} }`, READER) },
  { name: 'behind a label', proven: false, ...common(`{ gamma(); here: ${HELPER} }`, READER) },
  { name: 'behind a label of the module', proven: false, ...common(`here: ${HELPER}`, READER) },
  { name: 'with no block', proven: false, ...common(`if (process.env.X) ${HELPER}`, READER) },
  { name: 'in strict code', proven: true, ...common(`{ ${HELPER} }`, READER, true) },
  { name: 'that waits', proven: true, ...common(`{ async ${HELPER} }`, READER) },
  { name: 'behind a `let`', proven: true, ...common(`{ let helper; { ${HELPER} } }`, READER) },
  { name: 'of another function', proven: true, ...common(`function other() { { ${HELPER} } return helper; }`, READER) },
  { name: 'of a strict function', proven: true, ...common(`function other() { 'use strict'; { ${HELPER} } }`, READER) },
];

const PLAIN = 'function beta() {\n  return 1;\n}\n';
const split = common('', PLAIN);
const near = (name: string, proven: boolean, files: ApartRow['before']): ApartRow => ({
  name,
  proven,
  before: { 'package.json': '{"name": "x"}', ...split.before, ...files },
  after: split.after,
});
const esm = (name: string, proven: boolean, files: ApartRow['before']): ApartRow => ({
  name,
  proven,
  before: {
    'package.json': '{"type": "module"}',
    'src/m.ts': "import { v } from '#x';\n\nexport const a = () => v;\n\nexport const b = 2;\n",
    ...files,
  },
  after: {
    'src/m.ts': "export { a } from './m/a.js';\n\nexport const b = 2;\n",
    'src/m/a.ts': "import { v } from '#x';\n\nexport const a = () => v;\n",
  },
});

const ignored = (name: string, proven: boolean, disk: NonNullable<ApartRow['disk']>): ApartRow => ({
  ...near(name, proven, {}),
  disk,
});

/** What stands around the new file. */
export const SURROUNDINGS: readonly ApartRow[] = [
  ignored('near ignored packages of its own', false, { 'lib/core/node_modules': 'folder' }),
  ignored('near ignored packages of both', true, { node_modules: 'folder', 'lib/node_modules': 'folder' }),
  ignored('near ignored packages of others', true, { 'lib/other/node_modules': 'folder' }),
  ignored('near a file that is called like the packages', false, { 'lib/core/node_modules': 'file' }),
  ignored('in an ignored package inside', false, { 'lib/core/package.json': 'file' }),
  ignored('in one package that is ignored', true, { 'lib/package.json': 'folder' }),
  ignored('beside an ignored file of the same name without an ending', false, { 'lib/core/alpha': 'file' }),
  ignored('beside an ignored folder of the same name', true, { 'lib/core/alpha': 'folder' }),
  near('that is compiled by settings of its own', false, { 'lib/core/tsconfig.json': '{}' }),
  near('that is compiled by the settings of both', true, { 'tsconfig.json': '{}' }),
  ignored('that is compiled by ignored settings of its own', false, { 'lib/core/.babelrc': 'file' }),
  near('in one package', true, {}),
  near('beside a file of the same name without an ending', false, { 'lib/core/alpha': 'module.exports = 1;' }),
  near('in a package of its own kind', false, { 'lib/core/package.json': '{"type": "commonjs"}' }),
  near('in a package inside', false, { 'lib/core/package.json': '{}' }),
  near('in a package inside that says it in another way', false, {
    'lib/core/package.json': '{"\\u0074ype": "module"}',
  }),
  near('in a package of ES modules, said in another way', false, { 'package.json': '{"\\u0074ype": "module"}' }),
  near('in a package that cannot be read', false, { 'package.json': '{"name": }' }),
  near('in one package that says `module` elsewhere', true, {
    'package.json': '{"exports": {"type": "module"}, "name": "x"}',
  }),
  near('near packages of its own', false, { 'lib/core/node_modules/dep/index.js': '' }),
  near('near packages of both', true, { 'lib/node_modules/dep/index.js': '' }),
  near('near packages of others', true, { 'lib/other/node_modules/dep/index.js': '' }),
  esm('of ES modules', true, {}),
  esm('of ES modules in a package inside', false, { 'src/m/package.json': '{"type": "commonjs"}' }),
  esm('of ES modules where `#x` is another', false, { 'src/m/package.json': '{"type": "module", "imports": {}}' }),
];

const EXTENDER = (body: string): string => `declare module '../lib/shapes' {\n  ${body}\n}\n\nexport {};\n`;
const SHAPES = 'export interface Open {\n  a: number;\n}\n\n';
const CLOSED = 'export interface Closed {\n  of: number;\n}\n';

/** One interface leaves, `Closed`, and another file extends something of the module. */
const extended = (name: string, proven: boolean, body: string, more: ApartRow['before'] = {}): ApartRow => ({
  name,
  proven,
  before: { 'lib/shapes.ts': `${SHAPES}${CLOSED}`, 'test/shapes.test.ts': EXTENDER(body), ...more },
  after: {
    'lib/shapes.ts': `export type { Closed } from './shapes/closed';\n\n${SHAPES.trimEnd()}\n`,
    'lib/shapes/closed.ts': CLOSED,
  },
});

/** Files that extend what the module declares. */
export const EXTENDED: readonly ApartRow[] = [
  extended('extends what has moved', false, 'interface Closed {\n    b: number;\n  }'),
  extended('extends what has stayed', true, 'interface Open {\n    b: number;\n  }'),
  extended('uses what has moved', false, 'interface Open {\n    b: Closed;\n  }'),
  extended('cannot be read', false, 'interface Open {\n    b: ;;}) };\n  }'),
  {
    name: 'extends the declarations beside a script',
    proven: true,
    before: {
      ...split.before,
      'lib/core.d.ts': 'export interface Beta {}\nexport function beta(): Beta;\nexport function gamma(): void;\n',
      'test/core.test.ts': "declare module '../lib/core' {\n  function beta(): void;\n}\n\nexport {};\n",
    },
    after: split.after,
  },
];

const reached = (name: string, proven: boolean, text: string, files: ApartRow['before'] = {}): ApartRow =>
  near(name, proven, { 'test/core.test.js': text, ...files });

/** Tests that know the file by its path. */
export const REACHED: readonly ApartRow[] = [
  reached('asks for it', true, "const { beta } = require('../lib/core');\nbeta();\n"),
  reached(
    'forgets it',
    false,
    "delete require.cache[require.resolve('../lib/core')];\nrequire('../lib/core').beta();\n",
  ),
  reached(
    'forgets it by a variable',
    false,
    "const at = require.resolve('../lib/core.js');\ndelete require.cache[at];\n",
  ),
  reached('forgets another', true, "delete require.cache[require.resolve('../lib/other')];\n"),
  reached('asks a helper that forgets', false, "const fresh = require('./fresh');\nfresh('../lib/core');\n", {
    'test/fresh.js': 'module.exports = (name) => {\n  delete require.cache[require.resolve(name)];\n};\n',
  }),
  reached('rewires it', false, "const rewire = require('rewire');\nrewire('../lib/core').__set__('x', 1);\n"),
  reached('puts another under it', false, "const p = require('proxyquire').noCallThru();\np('../lib/core', {});\n"),
  reached('drops it', false, 'import decache from "decache";\ndecache("../lib/core.js");\n'),
  reached('loads it anew', false, 'const m = await import(`../lib/core.js?` + Date.now());\n'),
  reached('asks for a member of one', true, 'const core = {};\ncore.js?.run();\n'),
  reached(
    'tells of it in a comment',
    true,
    "// delete require.cache[require.resolve('../lib/core')]\nconst { beta } = require('../lib/core');\nbeta(beta);\n",
  ),
  reached('has a package manager beside it', true, '', {
    '.yarn/releases/yarn-4.0.0.cjs': "delete require.cache[x];\nconst core = ['./core'];\n",
  }),
  reached('forgets the package that has an entry of its name', true, "delete require.cache[require.resolve('..')];\n", {
    'package.json': '{"main": "./x.js", "exports": {"./core": "./dist/lib/core.js"}}',
  }),
  reached('forgets the package', false, "delete require.cache[require.resolve('..')];\n", {
    'package.json': '{"main": "./lib/core.js"}',
  }),
  reached(
    'asks Node for its modules',
    false,
    "const M = require('module');\ndelete M._cache[require.resolve('../lib/core')];\n",
  ),
  reached('has a cache of its own', true, "const m = require('../lib/core');\nm.beta._cache = {};\n"),
  reached(
    'writes modules with a cache',
    true,
    "const m = require('../lib/core');\nif (mode === 'module') m.beta('_cache');\nconst core = '../lib/core';\n",
  ),
  reached('asks the module for its class', false, "module.constructor._load('../lib/core');\n"),
  reached('stubs with a global', false, "td.replace('../lib/dep');\nrequire('../lib/core');\n"),
  reached('says what is under it', false, 'const m = await esmock("../lib/core.js", { fs: {} });\n'),
  reached(
    'loads a fresh address',
    false,
    'const at = new URL("../lib/core.js", import.meta.url);\nawait import(at + "?t=" + n);\n',
  ),
  reached(
    'forgets by a pattern',
    false,
    'for (const k in require.cache) if (/core\\.js$/.test(k)) delete require.cache[k];\n',
  ),
  reached('forgets all', true, 'for (const k of Object.keys(require.cache)) delete require.cache[k];\n'),
  reached('has Jest forget all', true, "jest.resetModules();\nrequire('../lib/core').beta();\n"),
  reached('has Vitest forget all', true, "vi.resetModules();\nawait import('../lib/core');\n"),
  reached('forgets the package that only lints it', true, "delete require.cache[require.resolve('..')];\n", {
    'package.json': '{"main": "./x.js", "lint": ["lib/core.js"]}',
  }),
  reached('forgets another package', true, "delete require.cache[require.resolve('..')];\n"),
  reached(
    'stubs it in another',
    true,
    "const p = require('proxyquire');\nconst c = require('../lib/core');\np('../lib/o', { './core': c });\n",
  ),
  reached('stubs it by a name of its own', false, "const at = '../lib/core';\nrequire('proxyquire')(at, {});\n"),
  reached('rules what it asks for', false, "const m = require('mockery');\nm.enable();\nrequire('../lib/core');\n"),
  reached(
    'asks a helper that forgets for it only',
    true,
    "const fresh = require('./fresh');\nrequire('../lib/core');\nfresh('../lib/o');\n",
    {
      'test/fresh.js': 'module.exports = (name) => {\n  delete require.cache[require.resolve(name)];\n};\n',
    },
  ),
  reached('asks with a query', true, "const { beta } = require('../lib/core');\nfetch(`x?q=` + beta);\n"),
];

const ANY =
  'let n = 0;\nexport const env: any = { valueOf: () => ++n, toString: () => String(++n) };\nexport const mk: any = make();\n';
const MORE =
  "export const LIST = [1, 2];\nexport const TABLE = { a: 1, b: { c: 2 } };\nexport const KEY = 'k';\nexport class Base {}\nexport enum E { A, B }\n";
const FUNCTIONS =
  'function make(): any {\n  return new Proxy({}, {});\n}\nexport function run(): number {\n  return 1;\n}\n';

/** Two statements that change places, over the import of a module that has `env`, `mk`, and plain things. */
const swapped = (first: string, second: string, proven: boolean, from = './env.js'): ApartRow => {
  const take = (path: string) => `import { Base, E, env, KEY, LIST, mk, run, TABLE } from '${path}';\n`;
  const inner = from.startsWith('.') ? `.${from}` : from;
  return {
    name: `${first} ${second}`,
    proven,
    before: {
      'src/env.ts': ANY + MORE + FUNCTIONS,
      'src/core.ts': `${take(from)}${first}\nexport function go(): void {}\n${second}\n`,
    },
    after: {
      'src/core.ts':
        "export { B } from './core/b.js';\nexport { A } from './core/a.js';\nexport function go(): void {}\n",
      'src/core/a.ts': take(inner) + first,
      'src/core/b.ts': take(inner) + second,
    },
  };
};

/** What runs code of an imported value without a call. */
export const PROBES: readonly ApartRow[] = [
  swapped(`export const A = \`\${env}\`;`, 'export const B = env + 1;', false),
  swapped('export const A = {} instanceof mk;', "export const B = 'x' in mk;", false),
  swapped('export class A extends mk.A {}', 'export class B extends mk.B {}', false),
  swapped('export class A extends mk {}', 'export class B extends mk {}', false),
  swapped('export const A = mk.a;', 'export const B = mk.b;', false),
  swapped('export const A = mk?.a;', "export const B = mk['b'];", false),
  swapped('export const A = +env;', 'export const B = -env;', false),
  swapped('export const A = env < 1;', 'export const B = env == 1;', false),
  swapped('export const A = { [env]: 1 };', 'export const B = LIST[env];', false),
  swapped('export const { A } = mk;', 'export const B = { ...mk };', false),
  swapped('export const [A] = mk;', 'export const B = [...mk];', false),
  swapped('export enum A { X = env * 1 }', 'export enum B { X = env * 2 }', false),
  swapped('export class A { static x = env + 1; }', 'export class B { [env]() {} }', false),
  swapped('export const A = String(env);', 'export const B = Number(env);', false),
  swapped('export const A = (env as number) * 2;', 'export const B = (env ?? 1) + 1;', false),
  swapped('export const A = mk.tag`x`;', 'export const B = mk.b;', false),
  swapped('export const A = new mk.A();', 'export const B = mk.b;', false),
  swapped('export const A = mk.a;', 'export const B = mk.b;', false, 'pkg'),
  swapped('export const A = typeof env;', 'export const B = typeof mk;', true),
  swapped('export const A = [env];', 'export const B = { b: env };', true),
  swapped('export const A = env === 1;', 'export const B = env !== 2;', true),
  swapped('export const A = !env;', 'export const B = env ?? 1;', true),
  swapped('export const A = LIST[0];', 'export const B = LIST.length;', true),
  swapped('export const A = TABLE.a;', 'export const B = TABLE.b.c;', true),
  swapped('export const A = E.A;', 'export const B = E.B;', true),
  swapped(`export const A = \`\${KEY}a\`;`, 'export const B = { [KEY]: 1 };', true),
  swapped('export class A extends Base {}', 'export class B extends Base {}', true),
  swapped('export const A = () => mk.a;', 'export const B = () => env + 1;', true),
  swapped('export class A { x = env + 1; }', 'export class B { y = mk.b; }', true),
  swapped('export const A = mk.a;', 'export const B = env + 1;', false),
  swapped('export const A = run`x`;', 'export const B = LIST.length;', true),
];
