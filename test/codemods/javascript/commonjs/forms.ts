/** A CommonJS project, what leaves its `src/m.js`, and what is to come of it. */
export interface CommonRow {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly modules: Readonly<Record<string, readonly string[]>>;
  /** The hazard that refuses it; none: it is written, proven, and runs as before. */
  readonly refused?: string;
}

const LOG = {
  'src/log.js':
    "'use strict';\n\nconst lines = [];\n\nfunction log(line) {\n  lines.push(line);\n}\n\nmodule.exports = { lines, log };\n",
};

const row = (
  name: string,
  text: string,
  modules: Readonly<Record<string, readonly string[]>>,
  more: Readonly<Record<string, string>> = {},
): CommonRow => ({ name, files: { ...LOG, ...more, 'src/m.js': text }, modules });

const refused = (hazard: string, ...given: Parameters<typeof row>): CommonRow => ({
  ...row(...given),
  refused: hazard,
});

export const WRITTEN: readonly CommonRow[] = [
  row(
    'an object of exports keeps its keys in order',
    "'use strict';\n\nfunction a(x) {\n  return x + 1;\n}\n\nfunction b(x) {\n  return a(x) * 2;\n}\n\nclass C {}\n\nmodule.exports = { C, b, aa: a };\n",
    { one: ['function a'], two: ['function b', 'class C'] },
  ),
  row(
    'names that are set one by one stay in the facade',
    "const { log } = require('./log');\nconst path = require('path');\n\nfunction a() {\n  log('a');\n  return path.sep;\n}\n\nexports.a = a;\nexports.b = function b() {\n  return a();\n};\nexports.late = () => require('./log').lines.length;\n",
    { one: ['function a'] },
  ),
  row(
    'a member of a module, a whole module, and a rename',
    "const log = require('./log').log;\nconst all = require('./log');\nconst { lines: seen, log: say } = require('./log');\n\nfunction a() {\n  log('x');\n  return all.lines;\n}\n\nfunction b() {\n  say('y');\n  return seen.length;\n}\n\nmodule.exports = { a, b };\n",
    { one: ['function a'], two: ['function b'] },
  ),
  row(
    'a getter stays lazy, and what compilers write first stays first',
    "'use strict';\nObject.defineProperty(exports, '__esModule', { value: true });\nexports.b = exports.a = void 0;\nconst log_1 = require('./log.js');\nconst a = () => (0, log_1.log)('a');\nexports.a = a;\nObject.defineProperty(exports, 'b', { enumerable: true, get() { return log_1.lines.length; } });\n",
    { one: ['const a'] },
  ),
  row(
    'the module is one function',
    'function helper(x) {\n  return x * 2;\n}\n\nfunction create(x) {\n  return helper(x);\n}\n\nmodule.exports = create;\nmodule.exports.helper = helper;\n',
    { one: ['function helper', 'function create'] },
  ),
  row(
    'a cycle outside of the module',
    "const other = require('./other');\n\nfunction a() {\n  return other.name();\n}\n\nfunction b() {\n  return a() + 'b';\n}\n\nmodule.exports = { a, b };\n",
    { one: ['function a'], two: ['function b'] },
    {
      'src/other.js':
        "const m = require('./m');\n\nfunction name() {\n  return Object.keys(m).length + 'other';\n}\n\nmodule.exports = { name };\n",
    },
  ),
  row(
    'a program asks who it is',
    "const { log } = require('./log');\n\nfunction main() {\n  log('main');\n  return 3;\n}\n\nif (require.main === module) main();\n\nmodule.exports = { main };\n",
    { one: ['function main'] },
  ),
  row(
    'a `require` in a function still means its file',
    "function a() {\n  return require('./log').lines;\n}\n\nfunction b() {\n  return require.resolve('./log.js').endsWith('log.js');\n}\n\nmodule.exports = { a, b };\n",
    { one: ['function a', 'function b'] },
  ),
  row(
    'sloppy code stays sloppy',
    'function who() {\n  return this === undefined;\n}\n\nfunction set() {\n  madeUp = 1;\n  return madeUp;\n}\n\nmodule.exports = { who, set };\n',
    { one: ['function who', 'function set'] },
  ),
  row(
    'base classes go first',
    'class B {}\n\nclass A extends B {}\n\nconst made = new A();\n\nmodule.exports = { made, A, B };\n',
    { two: ['class A', 'const made'], one: ['class B'] },
  ),
];

export const REFUSED: readonly CommonRow[] = [
  refused('J85', 'a function that exports by itself', 'function a() {\n  exports.x = 1;\n}\n\nexports.a = a;\n', {
    one: ['function a'],
  }),
  refused(
    'J85',
    'a function that asks who is main',
    'function a() {\n  return require.main === module;\n}\n\nexports.a = a;\n',
    { one: ['function a'] },
  ),
  refused(
    'J85',
    'a function that forgets what was loaded',
    'function a() {\n  delete require.cache[1];\n}\n\nexports.a = a;\n',
    { one: ['function a'] },
  ),
  refused('J85', 'the arguments of the module', 'const a = () => arguments.length;\n\nexports.a = a;\n', {
    one: ['const a'],
  }),
  refused('J85', 'a module that returns', 'function a() {}\n\nif (process.env.X) return;\n\nexports.a = a;\n', {
    one: ['function a'],
  }),
  refused('J3', '`this` of the module', 'const a = () => this;\n\nexports.a = a;\n', { one: ['const a'] }),
  refused('J4', 'the place of the file', 'const a = () => __filename;\n\nexports.a = a;\n', { one: ['const a'] }),
  refused('J4', 'a computed file', 'const a = (x) => require(x);\n\nexports.a = a;\n', { one: ['const a'] }),
  refused(
    'J8',
    'a counter that is read elsewhere',
    'let n = 0;\n\nfunction up() {\n  n += 1;\n}\n\nfunction read() {\n  return n;\n}\n\nmodule.exports = { up, read };\n',
    { one: ['let n', 'function up'], two: ['function read'] },
  ),
  refused(
    'J8',
    'a counter that is exported',
    'let n = 0;\n\nfunction up() {\n  n += 1;\n}\n\nup();\n\nmodule.exports = { up, n };\n',
    { one: ['let n', 'function up'] },
  ),
  refused(
    'J86',
    'functions that call one another',
    'function a(x) {\n  return x > 0 ? b(x - 1) : x;\n}\n\nfunction b(x) {\n  return a(x);\n}\n\nmodule.exports = { a, b };\n',
    { one: ['function a'], two: ['function b'] },
  ),
  refused(
    'J17',
    'a part that needs the facade',
    'const open = make();\n\nfunction make() {\n  return 1;\n}\n\nfunction a() {\n  return open;\n}\n\nmodule.exports = { a };\n',
    { one: ['function a'] },
  ),
  refused(
    'J87',
    'a function that is replaced while the module is loaded',
    "const { run } = require('./tool');\nconst patch = require('./patch');\n\nfunction a() {\n  return run();\n}\n\nmodule.exports = { a, patch };\n",
    { one: ['function a'] },
    {
      'src/tool.js': 'exports.run = () => 1;\n',
      'src/patch.js': "require('./tool').run = () => 2;\nmodule.exports = 'p';\n",
    },
  ),
  refused('J15', 'a script', 'function a() {}\n\nfunction b() {}\n', { one: ['function a'] }),
  refused(
    'J15',
    'CommonJS in a package of ES modules',
    'function a() {}\n\nmodule.exports = { a };\n',
    { one: ['function a'] },
    { 'package.json': '{"type": "module"}' },
  ),
];
