/** A split as someone wrote it by hand, one file taken out of another. */
export interface ApartRow {
  readonly name: string;
  readonly proven: boolean;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
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

/** What stands around the new file. */
export const SURROUNDINGS: readonly ApartRow[] = [
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
