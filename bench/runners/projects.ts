import type { Files } from '../../test/helpers/javascript-project.ts';

/** A project that is tested by one runner. */
export interface RunnerProject {
  readonly name: string;
  /** Packages that its `node_modules` holds. */
  readonly packages: readonly string[];
  /** Its test script. */
  readonly script: string;
  readonly files: Files;
}

const manifest = (script: string, more: object = {}): string =>
  JSON.stringify({ name: 'p', type: 'module', scripts: { test: script, ...more } });

const NAMES = 'for (const [name, value] of cases) test(name, () => assert.equal(value, wanted[name] ?? value));\n';
const WANTED = 'const wanted = { one: 1, two: 2 };\n';
const nodeTest = (from: string): string =>
  `import test from 'node:test';\nimport assert from 'node:assert';\nimport { cases } from '${from}';\n${WANTED}${NAMES}`;
const GLOBAL = `import assert from 'node:assert';\nimport { cases } from '../m.js';\n${WANTED}${NAMES.replaceAll('test(', 'it(')}`;

const project = (
  name: string,
  script: string,
  packages: readonly string[],
  files: Files,
  more: object = {},
): RunnerProject => ({ name, script, packages, files: { 'package.json': manifest(script, more), ...files } });

/** Tests whose names come from the divided file, once for each runner. */
export const PROJECTS: readonly RunnerProject[] = [
  project('node:test', 'node --test test/*.mjs', [], { 'test/m.test.mjs': nodeTest('../m.js') }),
  project('node:test by tsx', 'node --import tsx --test "test/*.ts"', ['tsx'], {
    'test/m.test.ts': nodeTest('../m.js'),
  }),
  project('tsx --test', 'tsx --test test/m.test.ts', ['tsx'], { 'test/m.test.ts': nodeTest('../m.js') }),
  project(
    'node:test of a build',
    'npm run build && node --test out/test.mjs',
    [],
    {
      'copy.mjs':
        "import { cpSync } from 'node:fs';\nfor (const one of ['m.js', 'm', 'test.mjs'])\n  cpSync(one, 'out/' + one, { recursive: true, force: true });\n",
      'm/.keep': '',
      'test.mjs': nodeTest('./m.js'),
      'out/m.js': "export const cases = [['one', 1], ['two', 2]];\n",
      'out/test.mjs': nodeTest('./m.js'),
    },
    { build: 'node copy.mjs' },
  ),
  project('mocha', 'mocha test/*.js', ['mocha'], { 'test/m.test.js': GLOBAL }),
  project('ava', 'ava', ['ava'], {
    'test/m.test.js': `import test from 'ava';\nimport { cases } from '../m.js';\n${WANTED}for (const [name, value] of cases) test(name, (t) => t.is(value, wanted[name] ?? value));\n`,
  }),
  project('jasmine', 'jasmine test/*.js', ['jasmine'], { 'test/m.test.js': GLOBAL }),
  project('bun test', 'bun test', ['bun'], {
    'test/m.test.js': `import { test } from 'bun:test';\n${GLOBAL.replaceAll('it(', 'test(')}`,
  }),
  project('vitest', 'vitest run', ['vitest'], {
    'test/m.test.js': `import { test } from 'vitest';\n${GLOBAL.replaceAll('it(', 'test(')}`,
  }),
  project('jest', 'NODE_OPTIONS=--experimental-vm-modules jest', ['jest'], { 'test/m.test.js': GLOBAL }),
];

const BEFORE = "export const cases = [['one', 1], ['two', 2]];\nexport const other = 3;\n";
const FACADE = "export { cases } from './m/cases.js';\nexport const other = 3;\n";

/** What became of the divided file, by what is wrong with it. */
export const STATES: Readonly<Record<string, Files>> = {
  before: { 'm.js': BEFORE },
  right: { 'm.js': FACADE, 'm/cases.js': "export const cases = [['one', 1], ['two', 2]];\n" },
  vanishes: { 'm.js': FACADE, 'm/cases.js': "export const cases = [['one', 1]];\n" },
  'changes its name': { 'm.js': FACADE, 'm/cases.js': "export const cases = [['one', 1], ['deux', 2]];\n" },
  fails: { 'm.js': FACADE, 'm/cases.js': "export const cases = [['one', 1], ['two', 3]];\n" },
  'is not loaded': { 'm.js': FACADE, 'm/cases.js': 'export const others = [];\n' },
};
