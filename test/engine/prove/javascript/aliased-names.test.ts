import { expect, it } from 'vitest';
import { NOTHING_ACCEPTED } from '../../../../src/core/evidence.ts';
import { proveChange } from '../../../../src/engine/prove/prove-change.ts';
import { readManifests } from '../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const USES = 'export function one() {\n  return url;\n}\n';
const REST = 'export function two() {\n  return 2;\n}\n';

/** What S leaves open of a part that asks for `config.js` by another name than the file did; or its verdict. */
async function said(config: Readonly<Record<string, string>>, part = 'src/core/one.ts'): Promise<string> {
  const common = {
    'package.json': '{"name": "demo", "type": "module"}',
    'src/config.ts': 'export const url = 1;\n',
    ...config,
  };
  const folder = part.startsWith('src/core/') ? '../' : './';
  const before = { 'src/core.ts': `import { url } from './config.js';\n\n${USES}\n${REST}` };
  const after = {
    'src/core.ts': `export { one } from './${part.slice(4, -3)}.js';\n\n${REST}`,
    [part]: `import { url } from '${folder}config.js';\n\n${USES}`,
  };
  const { proofs } = await proveChange({
    before: memoryView({ ...common, ...before }, { readManifests }),
    after: memoryView({ ...common, ...after }, { readManifests }),
    changeSet: null,
    paths: ['src/core.ts', part],
    asked: ['S'],
    accepts: NOTHING_ACCEPTED,
    testCommand: null,
    stage: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  const failed = proofs.find(({ verdict }) => verdict !== 'proven');
  if (failed) return failed.why;
  return proofs.flatMap(({ weakened }) => /\S+ takes modules by the text/.exec(weakened ?? '')?.[0] ?? []).join();
}

const vitest = (find: string): Record<string, string> => ({
  'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({\n  test: { alias: [{ find: ${find}, replacement: '/mock.ts' }] },\n});\n`,
});
const jest = (key: string): Record<string, string> => ({
  'package.json': JSON.stringify({
    name: 'demo',
    type: 'module',
    jest: { moduleNameMapper: { [key]: '<rootDir>/mock.ts' } },
  }),
});

it.each<[string, Record<string, string>, string]>([
  ['a pattern of vitest', vitest('/^\\.\\/config\\.js$/'), 'vitest.config.ts:3 takes modules by the text'],
  ['a text of vitest', vitest("'./config.js'"), 'vitest.config.ts:3 takes modules by the text'],
  ['any name of the folder', vitest('/^\\.\\/(.*)$/'), 'vitest.config.ts:3 takes modules by the text'],
  ['a key of jest', jest('^\\./config\\.js$'), 'package.json:1 takes modules by the text'],
  ['a key of jest with the end of a path', jest('.*/config\\.js$'), 'package.json:1 takes modules by the text'],
  ['every relative name', jest('^(\\.{1,2}/.*)\\.js$'), ''],
  ['another module', vitest('/^\\.\\/other\\.js$/'), ''],
  ['a package', vitest("'lodash'"), ''],
  [
    'a plugin of a build',
    { 'scripts/build.mjs': 'b.onResolve({ filter: /^\\.\\/config\\.js$/ }, f);\n' },
    'scripts/build.mjs:1 takes modules by the text',
  ],
  ['an import of the configuration', { 'vitest.config.ts': "import { url } from './config.js';\n" }, ''],
])('S says where a configuration goes by the text of names: %s', async (_, config, expected) => {
  expect(await said(config)).toBe(expected);
});

it('says nothing where the part has the same name for it', async () => {
  expect(await said(vitest('/^\\.\\/config\\.js$/'), 'src/one.ts')).toBe('');
});

const spy = (text: string): Record<string, string> => ({
  'test/core.test.ts': `import * as core from '../src/core.js';\n${text}\n`,
});

it.each<[string, Record<string, string>, boolean]>([
  ['the name', spy("vi.spyOn(core, 'two');"), true],
  ['a name that is not written', spy('for (const name of NAMES) vi.spyOn(core, name);'), true],
  ['another name', spy("vi.spyOn(core, 'three');"), false],
  ['another module', spy("vi.spyOn(other, 'two');"), false],
])('a part that asks through the file for what is replaced there is not proven: %s', async (_, files, isLost) => {
  const through = "import { two } from './core.js';\n\nexport function one() {\n  return two();\n}\n";
  const own = 'export function one() {\n  return two();\n}\n';
  const options = { readManifests };
  const { proofs } = await proveChange({
    before: memoryView({ ...files, 'src/core.ts': `${own}\n${REST}` }, options),
    after: memoryView(
      { ...files, 'src/core.ts': `export { one } from './one.js';\n\n${REST}`, 'src/one.ts': through },
      options,
    ),
    changeSet: null,
    paths: ['src/core.ts', 'src/one.ts'],
    asked: ['S'],
    accepts: NOTHING_ACCEPTED,
    testCommand: null,
    stage: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  expect(proofs.some(({ why }) => why.startsWith('test/core.test.ts replaces what src/core.ts exports'))).toBe(isLost);
});
