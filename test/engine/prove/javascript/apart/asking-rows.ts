import type { ApartRow } from './rows.ts';

/** `alpha` moves into a part, which asks the module for `beta` that stays. */
const split = (name: string, proven: boolean, test: string): ApartRow => ({
  name,
  proven,
  before: {
    'src/core.ts':
      'export function alpha(): number {\n  return beta() + 1;\n}\n\nexport function beta(): number {\n  return 2;\n}\n',
    'test/core.test.ts': test,
  },
  after: {
    'src/core.ts': "export { alpha } from './core/alpha.js';\n\nexport function beta(): number {\n  return 2;\n}\n",
    'src/core/alpha.ts':
      "import { beta } from '../core.js';\n\nexport function alpha(): number {\n  return beta() + 1;\n}\n",
  },
});

/** Tests that put another module in the place of the divided one, of which a part asks for what stayed. */
export const ASKING: readonly ApartRow[] = [
  split(
    'takes one function of the actual module',
    false,
    "vi.mock('../src/core.js');\nconst { alpha } = await vi.importActual('../src/core.js');\nalpha();\n",
  ),
  split(
    'replaces one function of what is there',
    false,
    "vi.mock(import('../src/core.js'), async (importOriginal) => ({ ...(await importOriginal()), beta: () => 7 }));\n",
  ),
  split(
    'replaces one function by jest',
    false,
    "jest.mock('../src/core', () => ({ ...jest.requireActual('../src/core'), beta: () => 7 }));\n",
  ),
  split('replaces all of it', true, "vi.mock('../src/core.js', () => ({ alpha: () => 1, beta: () => 7 }));\n"),
  split(
    'takes the actual module of another',
    true,
    "vi.mock('../src/other.js', async () => ({ ...(await vi.importActual('../src/other.js')), beta: () => 7 }));\n",
  ),
];

const MAKES = "import { createRequire } from 'node:module';\nexport const require = createRequire(import.meta.url);\n";

const requiring = (name: string, proven: boolean, path: string): ApartRow => ({
  name,
  proven,
  before: {
    'src/core.js': `${MAKES}\nexport function load() {\n  return require('./data.json');\n}\n\nexport const b = 2;\n`,
    'src/data.json': '{}',
  },
  after: {
    'src/core.js': `import { createRequire } from 'node:module';\nexport { load } from './core/load.js';\n\nexport const require = createRequire(import.meta.url);\n\nexport const b = 2;\n`,
    'src/core/load.js': `import { require } from '../core.js';\n\nexport function load() {\n  return require('${path}');\n}\n`,
  },
});

const given = (name: string, proven: boolean, path: string): ApartRow => ({
  name,
  proven,
  before: {
    'src/core.js': "export function load(require) {\n  return require('./data.json');\n}\n\nexport const b = 2;\n",
    'src/data.json': '{}',
  },
  after: {
    'src/core.js': "export { load } from './core/load.js';\n\nexport const b = 2;\n",
    'src/core/load.js': `export function load(require) {\n  return require('${path}');\n}\n`,
  },
});

/** Paths of a `require` that was made for a place count from there. */
export const REQUIRES: readonly ApartRow[] = [
  requiring('as it stood', true, './data.json'),
  requiring('from its own folder', false, '../data.json'),
  given('handed over, as it stood', true, './data.json'),
  given('handed over, from its own folder', false, '../data.json'),
];

const helper = (name: string, proven: boolean, path: string, manifest: string, part = ''): ApartRow => {
  const alpha = 'export function alpha() {\n  return 1;\n}\n';
  const beta = 'export function beta() {\n  return 2;\n}\n';
  const stem = path.replace(/^.*\/|\.js$/g, '');
  return {
    name,
    proven,
    before: { 'package.json': manifest, [path]: `${alpha}${part}\n${beta}` },
    after: {
      [path]: `export { alpha } from './${stem}/alpha.js';\n\n${beta}`,
      [path.replace(/\.js$/, '/alpha.js')]: `${alpha}${part}`,
    },
  };
};

const JEST = '{ "devDependencies": { "jest": "29.7.0" } }';
const jest = (settings: object): string => JSON.stringify({ jest: settings });

/** Helpers among tests whose part the runner takes for one. */
export const COLLECTED: readonly ApartRow[] = [
  helper('by the folder', false, 'src/__tests__/util.js', JEST),
  helper('by a pattern', false, 'test/util.js', jest({ testMatch: ['**/test/**/*.js'] })),
  helper(
    'by a pattern with `<rootDir>`',
    false,
    'test/util.js',
    jest({ testMatch: ['<rootDir>/test/**/?(*.)+(alpha|beta).[jt]s?(x)'] }),
  ),
  helper(
    'but for one name',
    false,
    'src/__tests__/util.js',
    jest({ testPathIgnorePatterns: ['__tests__/util\\.js$'] }),
  ),
  helper('but for a folder', true, 'src/__tests__/util.js', jest({ testPathIgnorePatterns: ['/__tests__/util'] })),
  helper('by other names', true, 'test/util.js', JEST),
  helper('by no runner', true, 'src/__tests__/util.js', '{}'),
  helper('and that is one', true, 'src/__tests__/util.js', JEST, "\ntest('alpha', () => alpha());\n"),
  helper('by ava', false, 'test/util.js', '{ "devDependencies": { "ava": "6.0.0" } }'),
  helper('but for helpers, by ava', true, 'test/helpers/util.js', '{ "devDependencies": { "ava": "6.0.0" } }'),
];
