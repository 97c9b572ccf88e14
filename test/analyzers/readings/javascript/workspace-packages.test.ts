import { expect, test } from 'vitest';
import { isConditionalName, moduleOf } from '../../../../analyzers/readings/javascript/module-paths.ts';
import { replacingFile, spyingFile } from '../../../../analyzers/readings/javascript/replacing-files.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const FILES = {
  'src/index.ts': '',
  'src/core.ts': '',
  'src/part/b.mts': '',
  'esm/a.js': '',
};

const leads = (manifest: object, name: string, from = 'apps/user/main.ts'): string =>
  moduleOf(viewFor(manifest), from, name);

function viewFor(manifest: object) {
  const files = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`packages/app/${path}`, text]));
  return viewOf({
    ...files,
    'packages/app/package.json': JSON.stringify({ name: '@x/app', ...manifest }),
    'apps/user/package.json': '{"name": "user", "dependencies": {"@x/app": "*"}}',
    'apps/user/main.ts': '',
  });
}

const IN = 'packages/app/src';

test.each<[object, string, string]>([
  [{}, '@x/app/src/core', `${IN}/core.ts`],
  [{ main: 'src/core.js' }, '@x/app', `${IN}/core.ts`],
  [{ main: 'dist/index.js' }, '@x/app', `${IN}/index.ts`],
  [{ main: 'lib/cjs/index.js', module: 'lib/esm/index.js' }, '@x/app', `${IN}/index.ts`],
  [{ source: 'src/core.ts', main: 'dist/app.js' }, '@x/app', `${IN}/core.ts`],
  [{ exports: './src/index.ts' }, '@x/app', `${IN}/index.ts`],
  [{ exports: { import: './dist/core.js', types: './dist/core.d.ts' } }, '@x/app', `${IN}/core.ts`],
  [{ exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } } }, '@x/app', `${IN}/index.ts`],
  [{ exports: { './*': './src/*.ts', './part/*': './src/part/*.mts' } }, '@x/app/part/b', `${IN}/part/b.mts`],
  [{ exports: { './*.js': './dist/*.js' } }, '@x/app/core.js', `${IN}/core.ts`],
  [{ exports: { './a': './esm/a.js' } }, '@x/app/a', 'packages/app/esm/a.js'],
  // What `exports` does not give, nobody gets.
  [{ exports: { '.': './src/index.ts' } }, '@x/app/src/core', '@x/app/src/core'],
  [{ exports: { './*': null } }, '@x/app/core', '@x/app/core'],
  [{ main: 'gone.js' }, '@x/app', '@x/app'],
  [{ main: '../outside.js' }, '@x/app', '@x/app'],
  [{}, '@x/other', '@x/other'],
  [{}, 'node:fs', 'node:fs'],
])('a package that says %j leads %s to %s', (manifest, name, path) => {
  expect(leads(manifest, name)).toBe(path);
});

test.each<[object, string, boolean]>([
  [{ exports: { '.': { development: './src/core.ts', default: './src/index.ts' } } }, '@x/app', true],
  [{ exports: { '.': { browser: './src/core.ts', default: './esm/a.js' } } }, '@x/app', true],
  [
    { exports: { '.': { types: './dist/index.d.ts', import: './dist/index.mjs', require: './dist/index.cjs' } } },
    '@x/app',
    false,
  ],
  [{ exports: { '.': './src/index.ts' } }, '@x/app', false],
  [{ main: 'src/index.ts', module: 'src/core.ts' }, '@x/app', false],
  [{}, './core', false],
])('a package that says %j leads %s to several files: %s', (manifest, name, isConditional) => {
  expect(isConditionalName(viewFor(manifest), 'apps/user/main.ts', name)).toBe(isConditional);
});

test('names that begin with # are those of the package that asks', () => {
  const imports = { '#core': { node: './src/core.ts' }, '#part/*': './dist/part/*.mjs' };
  expect(leads({ imports }, '#core', `${IN}/index.ts`)).toBe(`${IN}/core.ts`);
  expect(leads({ imports }, '#part/b', `${IN}/index.ts`)).toBe(`${IN}/part/b.mts`);
  expect(leads({ imports }, '#core')).toBe('#core');
});

test.each<[string, string]>([
  ['app', 'import * as app from "@x/app";\nSPY(app, "rate");\n'],
  ['core', 'import * as own from "#core";\nSPY(own, "rate");\n'],
])('a spy on a module by the name %s is seen', (_, spec) => {
  const view = (text: string) =>
    viewOf({
      'packages/app/package.json':
        '{"name": "@x/app", "exports": "./src/core.ts", "imports": {"#core": "./src/core.ts"}}',
      'packages/app/src/core.ts': 'export const rate = () => 1;\n',
      'packages/app/test/spy.test.ts': text,
    });
  const path = 'packages/app/src/core.ts';
  expect(spyingFile(view(spec.replace('SPY', 'vi.spyOn')), path, ['rate'])).toBe('packages/app/test/spy.test.ts');
  expect(replacingFile(view(spec.replace('SPY', 'jest.spyOn')), [path])).toBe('packages/app/test/spy.test.ts');
});
