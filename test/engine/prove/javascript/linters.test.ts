import { describe, expect, test } from 'vitest';
import { javascriptSplitModule } from '../../../../codemods/javascript/split-module/index.ts';
import type { Evidence } from '../../../../src/core/evidence.ts';
import { planOf } from '../../../codemods/javascript/read-cases.ts';
import { installedPackages } from '../../../helpers/installed.ts';
import { type Files, type Installed, own, proveViews, verdictsOf } from '../../../helpers/javascript-project.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

/** Splits, and fixes what B's tools have to say, as a run does. */
async function splitAndMend(
  files: Files,
  path: string,
  modules: Record<string, string[]>,
  installed: readonly Installed[],
) {
  const view = memoryView(files);
  const made = javascriptSplitModule.run(view, { path, plan: planOf(path, files[path]!, modules), notes: false });
  if (made.status === 'refused') throw new Error(JSON.stringify(made.refusals));
  let { changeSet } = made;
  const rounds: Evidence[] = [];
  for (let round = 0; round < 5; round++) {
    const evidence = await proveViews([view, view.overlay(changeSet)], changeSet, ['S', 'B'], installed);
    rounds.push(evidence);
    const refined =
      evidence.diagnostics.length === 0 ? null : javascriptSplitModule.refine!(view, changeSet, evidence.diagnostics);
    if (refined?.status !== 'changed' || JSON.stringify(refined.changeSet) === JSON.stringify(changeSet)) break;
    changeSet = refined.changeSet;
  }
  return { after: view.overlay(changeSet), last: rounds[rounds.length - 1]!, rounds: rounds.length };
}

const lines = (name: string): string =>
  `export const ${name} = (value) => {\n  return helperNumberOne(value) + helperNumberTwo(value);\n};\n`;
const HELPERS = 'export const helperNumberOne = (value) => value;\nexport const helperNumberTwo = (value) => value;\n';
const MODULES = { alpha: ['const alpha'], beta: ['const beta'] };
const of = (tool: string, { proofs }: Evidence): string[] =>
  verdictsOf(proofs.filter(({ configuration }) => configuration === tool));
const FILES = ['lib/m.js', 'lib/m/alpha.js', 'lib/m/beta.js'];

describe('formatters', () => {
  const prettier = [{ from: installedPackages(), names: ['prettier'] }];
  const base = (settings: Files): Files => ({
    'package.json': '{"private":true,"type":"module","devDependencies":{"prettier":"3.6.2"}}',
    'lib/h.js': HELPERS,
    'lib/m.js': `import { helperNumberOne, helperNumberTwo } from './h.js';\n\n${lines('alpha')}\n${lines('beta')}`,
    ...settings,
  });

  test('prettier: what `export` makes too long is broken into lines, and stays the same statement', async () => {
    const union = 'type Anything = readonly string[] | readonly number[] | ReadonlySet<Any[]>;\n';
    const header = 'function joined(first: Anything, second: Anything, third: Any): Anything[] {\n';
    const call = 'const kept: Anything[] = joined(["one", "two"], [1, 2, 3, 4, 5, 6], 7777777);\n';
    const made = 'class Box<First extends Anything, Second extends Any, Third> extends Base {}\n';
    const text = `export type Any = unknown;\n\nclass Base {}\n\n${union}\n${header}  return [first, second, third as Anything];\n}\n\n${call}\n${made}\nexport const alpha = (): unknown => [kept, joined, Box];\n\nexport const beta = (value: Anything): unknown => [value, kept, joined, Box];\n`;
    const { last, after } = await splitAndMend(
      {
        ...base({}),
        'lib/m.ts': text,
        'tsconfig.json':
          '{"compilerOptions":{"strict":true,"module":"esnext","moduleResolution":"bundler","lib":["es2022"],"types":[]}}',
      },
      'lib/m.ts',
      { shared: ['class Base', 'type Anything', 'function joined', 'const kept', 'class Box'], ...MODULES },
      [{ from: installedPackages(), names: ['prettier', 'typescript'] }],
    );
    expect(
      after.files
        .map(({ path }) => `${path}\n${after.text(path)}`)
        .filter((one) => /^lib.m/.test(one))
        .join(),
    ).toContain('export type Anything =\n  |');
    expect(last.proofs.filter(({ verdict }) => verdict !== 'proven')).toEqual([]);
  }, 60_000);

  test('prettier: the writer knows its settings, and what is left is fixed', async () => {
    const { last, after } = await splitAndMend(
      base({
        '.prettierrc': 'singleQuote: true\nprintWidth: 40\n',
        'lib/m.js': base({})
          ['lib/m.js']!.replace('{ helperNumberOne, helperNumberTwo }', '{\n  helperNumberOne,\n  helperNumberTwo,\n}')
          .replace(
            /return helperNumberOne\(value\) \+ helperNumberTwo\(value\)/g,
            'return (\n    helperNumberOne(value) +\n    helperNumberTwo(value)\n  )',
          ),
      }),
      'lib/m.js',
      MODULES,
      prettier,
    );
    expect(of('prettier', last)).toEqual(FILES.map((path) => `B ${path} prettier: proven`));
    expect(last.proofs.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
    expect(after.text('lib/m/alpha.js')).toContain('import {\n  helperNumberOne,');
  });

  test('prettier: nothing is asked of a base that it would change', async () => {
    const { last } = await splitAndMend(
      base({ '.prettierrc': '{"semi": false, "singleQuote": true}' }),
      'lib/m.js',
      MODULES,
      prettier,
    );
    expect(of('prettier', last)).toEqual([]);
  });

  test('prettier: what a person split by hand is held to it, and not mended', async () => {
    const files = base({ '.prettierrc': '{"singleQuote": true}' });
    const parts = { 'lib/m.js': "export { alpha } from './m/alpha.js';\nexport { beta } from './m/beta.js';\n" };
    const part = (name: string): string =>
      `import { helperNumberOne, helperNumberTwo } from "../h.js";\n\n${lines(name)}`;
    const after = { ...files, ...parts, 'lib/m/alpha.js': part('alpha'), 'lib/m/beta.js': part('beta') };
    const evidence = await proveViews([memoryView(files), memoryView(after)], null, ['B'], prettier);
    expect(of('prettier', evidence)).toEqual([
      'B lib/m.js prettier: proven',
      ...FILES.slice(1).map((path) => `B ${path} prettier: failed`),
    ]);
  });

  test('biome: layout, order of imports, type imports', async () => {
    const biome =
      '{"linter":{"enabled":true},"javascript":{"formatter":{"quoteStyle":"single"}},"formatter":{"indentStyle":"space"}}';
    const files = base({ 'biome.json': biome, 'package.json': '{"private":true,"type":"module"}' });
    const { last } = await splitAndMend(files, 'lib/m.js', MODULES, [own('@biomejs/biome')]);
    expect(of('biome', last)).toEqual(FILES.map((path) => `B ${path} biome: proven`));
    expect(last.proofs.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
  });

  test('one that is configured and not installed weakens B', async () => {
    const { last } = await splitAndMend(base({}), 'lib/m.js', MODULES, []);
    expect(of('prettier', last)).toEqual(FILES.map((path) => `B ${path} prettier: not-run`));
    expect(
      last.proofs
        .filter(({ configuration }) => configuration === 'node --check')
        .every(({ weakened }) => weakened !== undefined),
    ).toBe(true);
  });
}, 120_000);

describe('eslint', () => {
  const eslint = [{ from: installedPackages(), names: ['eslint'] }];
  const config = (rules: string): Files => ({
    'package.json': '{"private":true,"type":"module"}',
    'eslint.config.js': `export default [{ rules: ${rules} }];\n`,
    'lib/h.js': HELPERS,
    'lib/m.js': `import { helperNumberOne, helperNumberTwo } from './h.js';\n\n${lines('alpha')}\n${lines('beta')}`,
  });

  test('old complaints are old wherever their code stands, new ones fail', async () => {
    const quiet = await splitAndMend(
      config("{ 'arrow-body-style': 'warn', 'max-lines': ['error', 12] }"),
      'lib/m.js',
      MODULES,
      eslint,
    );
    expect(of('eslint', quiet.last)).toEqual(FILES.map((path) => `B ${path} eslint: proven`));
    const loud = await splitAndMend(
      config("{ 'no-restricted-syntax': ['error', 'ExportNamedDeclaration[source]'] }"),
      'lib/m.js',
      MODULES,
      eslint,
    );
    expect(of('eslint', loud.last)).toEqual(FILES.map((path) => `B ${path} eslint: failed`));
  });

  test('it fixes lines that the split wrote, and no others', async () => {
    const rule =
      "{ 'padding-line-between-statements': ['error', { blankLine: 'always', prev: 'export', next: 'export' }] }";
    const { last, rounds, after } = await splitAndMend(config(rule), 'lib/m.js', MODULES, eslint);
    expect(rounds).toBeGreaterThan(1);
    expect(of('eslint', last)).toEqual(FILES.map((path) => `B ${path} eslint: proven`));
    expect(after.text('lib/m.js')).toMatch(/alpha\.js';\n\nexport/);
    expect(last.proofs.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
    const inside = await splitAndMend(
      config("{ 'no-restricted-exports': ['error', { restrictedNamedExports: ['alpha'] }] }"),
      'lib/m.js',
      MODULES,
      eslint,
    );
    expect(of('eslint', inside.last)).toEqual(FILES.map((path) => `B ${path} eslint: failed`));
  });

  test('a configuration that cannot be read is told, and weakens B', async () => {
    const { last } = await splitAndMend(
      { ...config('{}'), 'eslint.config.js': 'throw new Error("no");\n' },
      'lib/m.js',
      MODULES,
      eslint,
    );
    expect(of('eslint', last)).toEqual(FILES.map((path) => `B ${path} eslint: not-run`));
  });
}, 120_000);
