import { describe, expect, test } from 'vitest';
import { type Files, proveProject, verdictsOf } from '../../../helpers/javascript-project.ts';

const MODULE = { module: 'nodenext', target: 'es2022', strict: true, types: [] };
const config = (options: object, more: object = { include: ['src'] }): string =>
  JSON.stringify({ compilerOptions: { ...MODULE, ...options }, ...more });

const BEFORE = {
  'package.json': '{"type":"module"}',
  'src/m.ts':
    'interface Secret {\n  w: number;\n}\nexport const make = (): Secret => ({ w: 1 });\nexport const made = make();\n',
};
/** A right split, but that `Secret` cannot be named in the declarations of `made`. */
const SPLIT = {
  'src/m.ts': "export { make } from './m/make.js';\nexport { made } from './m/made.js';\n",
  'src/m/make.ts': 'interface Secret {\n  w: number;\n}\nexport const make = (): Secret => ({ w: 1 });\n',
  'src/m/made.ts': "import { make } from './make.js';\n\nexport const made = make();\n",
};

const prove = async (settings: Files, rest: Files = {}): Promise<string[]> => {
  const before = { ...BEFORE, ...settings, ...rest };
  const { proofs } = await proveProject(before, { ...before, ...SPLIT }, ['B']);
  return verdictsOf(proofs.filter(({ path }) => path === 'src/m.ts'));
};

const scripts = (table: Files): Files => ({ 'package.json': JSON.stringify({ type: 'module', scripts: table }) });

describe('every project that compiles the file is asked, with its own settings', () => {
  test('composite: a file that is not listed', async () => {
    const options = { composite: true, outDir: 'out', declaration: true, rootDir: 'src' };
    const settings = { 'tsconfig.json': config(options, { include: ['src/*.ts'] }) };
    const before = { ...BEFORE, ...settings };
    const after = { ...before, ...SPLIT, 'src/m/made.ts': 'export const made = 1;\n' };
    const { proofs } = await proveProject(before, after, ['B']);
    expect(verdictsOf(proofs)).toContain('B src/m.ts tsc -p tsconfig.json: failed');
    expect(proofs[0]!.why).toMatch(/TS6307/);
  });

  test('declarations that a second configuration writes', async () => {
    expect(
      await prove({
        'tsconfig.json': config({ noEmit: true }),
        'tsconfig.build.json':
          '{"extends":"./tsconfig.json","compilerOptions":{"noEmit":false,"declaration":true,"outDir":"out"}}',
      }),
    ).toEqual(['B src/m.ts tsc -p tsconfig.json: proven', 'B src/m.ts tsc -p tsconfig.build.json: failed']);
  });

  test('flags of a script', async () => {
    expect(
      await prove({
        'tsconfig.json': config({ noEmit: true }),
        ...scripts({ build: 'npm run types && vite build', types: 'tsc --noEmit false --declaration --outDir dist' }),
      }),
    ).toEqual([
      'B src/m.ts tsc -p tsconfig.json: proven',
      'B src/m.ts tsc -p tsconfig.json --noEmit false --declaration: failed',
    ]);
  });

  test('a configuration elsewhere that only a script names', async () => {
    expect(
      await prove({
        'tsconfig.json': config({ noEmit: true }),
        'config/deep/inside/types.json': config({ declaration: true, outDir: 'o' }, { include: ['../../../src'] }),
        ...scripts({ lint: 'biome ci && tsc -p config/deep/inside/types.json --watch' }),
      }),
    ).toEqual(['B src/m.ts tsc -p tsconfig.json: proven', 'B src/m.ts tsc -p config/deep/inside/types.json: failed']);
  });

  test('through references: a solution names projects and is none', async () => {
    expect(
      await prove({
        'tsconfig.json': '{"files":[],"references":[{"path":"./tsconfig.lib.json"},{"path":"./other"}]}',
        'tsconfig.lib.json': config({ composite: true, outDir: 'out', rootDir: 'src' }),
        'other/tsconfig.json': config({ composite: true }),
        'other/src/x.ts': 'export {};\n',
      }),
    ).toEqual(['B src/m.ts tsc -p tsconfig.lib.json: failed']);
  });

  test('a project that needs the declarations of another is built with it', async () => {
    const settings = {
      'tsconfig.json': config(
        { composite: true, outDir: 'out', rootDir: 'src' },
        { include: ['src'], references: [{ path: './dep' }] },
      ),
      'dep/tsconfig.json': config({ composite: true, outDir: 'out' }, { include: ['*.ts'] }),
      'dep/dep.ts': 'export const one = 1;\n',
      'src/use.ts': "import { one } from '../dep/dep.js';\nexport const two: number = one;\n",
    };
    expect(await prove(settings)).toEqual(['B src/m.ts tsc -b tsconfig.json: failed']);
    const right = { ...BEFORE, ...settings, 'src/m.ts': 'export const a = 1;\nexport const b = 2;\n' };
    const after = {
      ...right,
      'src/m.ts': "export const a = 1;\nexport { b } from './m/b.js';\n",
      'src/m/b.ts': 'export const b = 2;\n',
    };
    const { proofs } = await proveProject(right, after, ['B']);
    expect(verdictsOf(proofs)).toEqual([
      'B src/m.ts tsc -b tsconfig.json: proven',
      'B src/m/b.ts tsc -b tsconfig.json: proven',
    ]);
  });

  test('tests with a project of their own that import the file', async () => {
    expect(
      await prove({
        'tsconfig.json': config({ noEmit: true }),
        'test/tsconfig.json': config({ declaration: true, outDir: 'o' }, { include: ['.'] }),
        'test/m.test.ts': "import { made } from '../src/m.js';\nmade.w;\n",
      }),
    ).toEqual(['B src/m.ts tsc -p tsconfig.json: proven', 'B src/m.ts tsc -p test/tsconfig.json: failed']);
  });

  test('one that others only extend is no project', async () => {
    expect(
      await prove({
        'tsconfig.lib.json': '{"extends":"./tsconfig.strict.json","include":["src"]}',
        'tsconfig.strict.json': config({ noEmit: true }, {}),
        'tsconfig.base.json': config({ noEmit: true }, {}),
      }),
    ).toEqual(['B src/m.ts tsc -p tsconfig.lib.json: proven']);
  });

  test('none compiles it, or one cannot be read: said', async () => {
    expect(
      await prove({ 'tsconfig.json': config({ noEmit: true }, { include: ['lib'] }), 'lib/x.ts': 'export {};\n' }),
    ).toEqual(['B src/m.ts -: not-run']);
    expect(
      await prove({ 'tsconfig.json': config({ noEmit: true }), 'tsconfig.x.json': '{"extends":"./none.json"}' }),
    ).toEqual(['B src/m.ts tsc -p tsconfig.json: proven', 'B src/m.ts tsconfig.x.json: not-run']);
  });
}, 120_000);

describe('errors of the base lower what a project shows', () => {
  const base = config({ noEmit: true });
  const wrong = (count: number): string =>
    `export const x = [${Array.from({ length: count }, () => 'nowhere').join()}];\n`;

  test.each([
    ['a few elsewhere', { 'src/x.ts': wrong(3) }, 'proven'],
    ['many elsewhere', { 'src/x.ts': wrong(21) }, 'vacuous'],
    ['in the file', { 'src/m.ts': `${BEFORE['src/m.ts']}export const bad: string = 1;\n` }, 'vacuous'],
    ['a syntax error elsewhere', { 'src/x.ts': 'export const x = ;\n' }, 'vacuous'],
    ['a wrong setting', { 'tsconfig.json': config({ noEmit: true, declarationDir: 'x' }) }, 'vacuous'],
  ])('%s', async (_title, files: Files, verdict) => {
    const before = { ...BEFORE, 'tsconfig.json': base, ...files };
    const bad = /export const bad.*\n/.exec(before['src/m.ts'])?.[0] ?? '';
    const after = { ...before, ...SPLIT, 'src/m.ts': `${SPLIT['src/m.ts']}${bad}` };
    const { proofs } = await proveProject(before, after, ['B']);
    expect(verdictsOf(proofs)[0]).toBe(`B src/m.ts tsc -p tsconfig.json: ${verdict}`);
    expect(proofs[0]!.why).toMatch(/hide whatever comes behind them/);
  });
}, 120_000);
