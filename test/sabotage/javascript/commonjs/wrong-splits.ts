type Files = Readonly<Record<string, string>>;

/** A CommonJS module as somebody might divide it, and a program that sees the difference. */
export interface WrongSplit {
  readonly title: string;
  readonly before: Files;
  readonly after: Files;
}

const LOG = { 'src/log.js': 'const lines = [];\n\nmodule.exports = { lines, log: (line) => lines.push(line) };\n' };
const LINES = "require('./src/log').lines";

/** @param sees an expression in `main.js`, where `m` is the divided module */
const wrong = (title: string, sees: string, before: string, after: Files, more: Files = {}): WrongSplit => {
  const rest = { ...LOG, ...more, 'main.js': `const m = require('./src/m');\n\nmodule.exports = ${sees};\n` };
  return { title, before: { ...rest, 'src/m.js': before }, after: { ...rest, ...after } };
};

const PAIR = 'function a() {\n  return 1;\n}\n\nfunction b() {\n  return 2;\n}\n\n';
const PART_A = 'function a() {\n  return 1;\n}\n\nmodule.exports = { a };\n';
const ONLY_B = 'function b() {\n  return 2;\n}\n\n';

const KEYS: readonly WrongSplit[] = [
  wrong('keys in another order', 'Object.keys(m)', `${PAIR}module.exports = { a, b };\n`, {
    'src/m.js': `const { a } = require('./m/part');\n\n${ONLY_B}module.exports = { b, a };\n`,
    'src/m/part.js': PART_A,
  }),
  wrong('a spread that brings more names', 'Object.keys(m)', `${PAIR}module.exports = { b };\n`, {
    'src/m.js': `${ONLY_B}module.exports = { b, ...require('./m/part') };\n`,
    'src/m/part.js': PART_A,
  }),
  wrong(
    'one object for both modules',
    "(m.extra = 1, Object.keys(require.cache).filter((path) => path.endsWith('part.js')).map((path) => Object.keys(require(path))))",
    `${PAIR}module.exports = { a, b };\n`,
    {
      'src/m.js': "module.exports = require('./m/part');\n",
      'src/m/part.js': `${PAIR}module.exports = { a, b };\n`,
    },
  ),
  wrong(
    'a getter that became a value',
    '(m.up(), m.count)',
    "let n = 0;\n\nfunction up() {\n  n += 1;\n}\n\nexports.up = up;\nObject.defineProperty(exports, 'count', { enumerable: true, get: () => n });\n",
    {
      'src/m.js': "const { n, up } = require('./m/part');\n\nexports.up = up;\nexports.count = n;\n",
      'src/m/part.js': 'let n = 0;\n\nfunction up() {\n  n += 1;\n}\n\nmodule.exports = { n, up };\n',
    },
  ),
  wrong(
    'properties of the exported function in another order',
    'Object.keys(m)',
    `${PAIR}module.exports = a;\nmodule.exports.b = b;\nmodule.exports.c = 3;\n`,
    {
      'src/m.js': `const { a } = require('./m/part');\n\n${ONLY_B}module.exports = a;\nmodule.exports.b = b;\n`,
      'src/m/part.js': 'function a() {\n  return 1;\n}\n\nmodule.exports = { a };\nmodule.exports.a.c = 3;\n',
    },
  ),
];

const COUNTER = 'let n = 0;\n\nfunction up() {\n  n += 1;\n}\n\n';

const MOMENTS: readonly WrongSplit[] = [
  wrong(
    'a variable that is read once',
    '(m.up(), m.read())',
    `${COUNTER}function read() {\n  return n;\n}\n\nmodule.exports = { up, read };\n`,
    {
      'src/m.js':
        "const { n, up } = require('./m/part');\n\nfunction read() {\n  return n;\n}\n\nmodule.exports = { up, read };\n",
      'src/m/part.js': `${COUNTER}module.exports = { n, up };\n`,
    },
  ),
  wrong(
    'parts that need one another',
    'm.a(3)',
    'function a(x) {\n  return x > 0 ? b(x - 1) : x;\n}\n\nfunction b(x) {\n  return a(x);\n}\n\nmodule.exports = { a, b };\n',
    {
      'src/m.js': "const { a } = require('./m/a');\nconst { b } = require('./m/b');\n\nmodule.exports = { a, b };\n",
      'src/m/a.js':
        "const { b } = require('./b');\n\nfunction a(x) {\n  return x > 0 ? b(x - 1) : x;\n}\n\nmodule.exports = { a };\n",
      'src/m/b.js': "const { a } = require('./a');\n\nfunction b(x) {\n  return a(x);\n}\n\nmodule.exports = { b };\n",
    },
  ),
  wrong(
    'a part that asks the module while it is loaded',
    'm.a()',
    'const seed = 5;\n\nfunction a() {\n  return seed;\n}\n\nmodule.exports = { a, seed };\n',
    {
      'src/m.js': "const { a } = require('./m/part');\n\nconst seed = 5;\n\nmodule.exports = { a, seed };\n",
      'src/m/part.js':
        "const { seed } = require('../m');\n\nfunction a() {\n  return seed;\n}\n\nmodule.exports = { a };\n",
    },
  ),
  wrong(
    'a name that is taken before it is replaced',
    'm.a()',
    "const patch = require('./patch');\nconst { run } = require('./tool');\n\nfunction a() {\n  return run();\n}\n\nmodule.exports = { a, patch };\n",
    {
      'src/m.js':
        "const { a } = require('./m/part');\nconst patch = require('./patch');\n\nmodule.exports = { a, patch };\n",
      'src/m/part.js':
        "const { run } = require('../tool');\n\nfunction a() {\n  return run();\n}\n\nmodule.exports = { a };\n",
    },
    {
      'src/tool.js': 'exports.run = () => 1;\n',
      'src/patch.js': "require('./tool').run = () => 2;\n\nmodule.exports = 'p';\n",
    },
  ),
  wrong(
    'a module of the cycle finds less',
    "require('./src/other').seen",
    `exports.early = 1;\n\nconst other = require('./other');\n\n${PAIR}exports.a = a;\nexports.b = b;\nexports.other = other;\n`,
    {
      'src/m.js': `const other = require('./other');\n\nconst { a } = require('./m/part');\n\nexports.early = 1;\n\n${ONLY_B}exports.a = a;\nexports.b = b;\nexports.other = other;\n`,
      'src/m/part.js': PART_A,
    },
    { 'src/other.js': "const m = require('./m');\n\nmodule.exports = { seen: Object.keys(m) };\n" },
  ),
  wrong(
    'a module of the cycle gets another object',
    "require('./src/other').m() === m",
    `${PAIR}module.exports = { a, b };\n\nrequire('./other');\n`,
    {
      'src/m.js': `const { a } = require('./m/part');\n\nrequire('./other');\n\n${ONLY_B}module.exports = { a, b };\n`,
      'src/m/part.js': PART_A,
    },
    { 'src/other.js': "const m = require('./m');\n\nmodule.exports = { m: () => m };\n" },
  ),
];

const EFFECTS: readonly WrongSplit[] = [
  wrong(
    'what acts changes places',
    LINES,
    `const { log } = require('./log');\n\nlog('first');\n\n${PAIR}log('second');\n\nmodule.exports = { a, b };\n`,
    {
      'src/m.js': `const { log } = require('./log');\nconst { a } = require('./m/part');\n\nlog('first');\n\n${ONLY_B}module.exports = { a, b };\n`,
      'src/m/part.js': `const { log } = require('../log');\n\nfunction a() {\n  return 1;\n}\n\nlog('second');\n\nmodule.exports = { a };\n`,
    },
  ),
  wrong(
    'a module is loaded before the one above it',
    LINES,
    "require('./one');\nconst two = require('./two');\n\nfunction a() {\n  return two;\n}\n\nfunction b() {\n  return 2;\n}\n\nmodule.exports = { a, b };\n",
    {
      'src/m.js': `const { a } = require('./m/part');\nrequire('./one');\n\n${ONLY_B}module.exports = { a, b };\n`,
      'src/m/part.js':
        "const two = require('../two');\n\nfunction a() {\n  return two;\n}\n\nmodule.exports = { a };\n",
    },
    { 'src/one.js': "require('./log').log('one');\n", 'src/two.js': "require('./log').log('two');\n" },
  ),
  wrong(
    'a module is loaded although nobody asks for it',
    LINES,
    `${PAIR}if (process.env.OMNI_NEVER) require('./heavy');\n\nmodule.exports = { a, b };\n`,
    {
      'src/m.js': `const { a } = require('./m/part');\n\n${ONLY_B}if (process.env.OMNI_NEVER) require('./heavy');\n\nmodule.exports = { a, b };\n`,
      'src/m/part.js': "require('../heavy');\n\nfunction a() {\n  return 1;\n}\n\nmodule.exports = { a };\n",
    },
    { 'src/heavy.js': "require('./log').log('heavy');\n" },
  ),
  wrong(
    'a module is no longer loaded',
    LINES,
    `require('./one');\n\n${PAIR}module.exports = { a, b };\n`,
    {
      'src/m.js': `const { a } = require('./m/part');\n\n${ONLY_B}module.exports = { a, b };\n`,
      'src/m/part.js': PART_A,
    },
    { 'src/one.js': "require('./log').log('one');\n" },
  ),
  wrong(
    'a class is made twice',
    'new m.A() instanceof m.of()',
    'class A {}\n\nfunction of() {\n  return A;\n}\n\nmodule.exports = { A, of };\n',
    {
      'src/m.js': "const { of } = require('./m/part');\n\nclass A {}\n\nmodule.exports = { A, of };\n",
      'src/m/part.js': 'class A {}\n\nfunction of() {\n  return A;\n}\n\nmodule.exports = { of };\n',
    },
  ),
];

const moved = (title: string, sees: string, text: string, after = text, more: Files = {}): WrongSplit =>
  wrong(
    title,
    sees,
    `${text}\n${ONLY_B}module.exports = { a, b };\n`,
    {
      'src/m.js': `const { a } = require('./m/part');\n\n${ONLY_B}module.exports = { a, b };\n`,
      'src/m/part.js': `${after}\nmodule.exports = { a };\n`,
    },
    more,
  );

const PLACES: readonly WrongSplit[] = [
  moved('the place of the file', 'm.a()', 'function a() {\n  return __filename;\n}\n'),
  moved('the module that Node knows', 'm.a()', 'function a() {\n  return module.id;\n}\n'),
  moved('who loaded the module', 'm.a()', 'function a() {\n  return module.parent.filename.endsWith("main.js");\n}\n'),
  wrong('`this` of the module', 'm.x', `this.x = 1;\n\n${PAIR}exports.a = a;\nexports.b = b;\n`, {
    'src/m.js': `const { a } = require('./m/part');\n\n${ONLY_B}exports.a = a;\nexports.b = b;\n`,
    'src/m/part.js': 'this.x = 1;\n\nfunction a() {\n  return 1;\n}\n\nexports.a = a;\n',
  }),
  moved(
    'a `require` that means another file',
    'm.a()',
    "function a() {\n  return require('./dep');\n}\n",
    "function a() {\n  return require('./dep');\n}\n",
    { 'src/dep.js': 'module.exports = 1;\n', 'src/m/dep.js': 'module.exports = 2;\n' },
  ),
  moved(
    'a `require` that is computed',
    'm.a("./log") !== undefined',
    'function a(name) {\n  return require(name);\n}\n',
  ),
  moved('the arguments of the module', 'm.a()', 'const a = () => arguments[3].length;\n'),
  wrong(
    'a strict function that became sloppy',
    '(0, m.a)() === undefined',
    `'use strict';\n\nfunction a() {\n  return this;\n}\n\n${ONLY_B}module.exports = { a, b };\n`,
    {
      'src/m.js': `'use strict';\n\nconst { a } = require('./m/part');\n\n${ONLY_B}module.exports = { a, b };\n`,
      'src/m/part.js': 'function a() {\n  return this;\n}\n\nmodule.exports = { a };\n',
    },
  ),
];

export const WRONG_SPLITS: readonly WrongSplit[] = [...KEYS, ...MOMENTS, ...EFFECTS, ...PLACES];
