import { describe, expect, test } from 'vitest';
import { javascriptSplitModule } from '../../../codemods/javascript/split-module/index.ts';
import type { Proof } from '../../../src/core/evidence.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { javascriptProver } from '../../../src/engine/prove/javascript/javascript-prover.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Files } from '../../helpers/javascript-project.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { planOf } from './read-cases.ts';

const TWO = 'export const a = () => 1;\n\nexport const b = () => 2;\n';

const split = (files: Files, path: string, modules: Record<string, string[]> = { b: ['const b'] }) => {
  const view = memoryView(files);
  const result = javascriptSplitModule.run(view, { path, plan: planOf(path, files[path]!, modules), notes: false });
  if (result.status === 'refused') return { hazards: [...new Set(result.refusals.map(({ hazard }) => hazard))] };
  const after = view.overlay(result.changeSet);
  const lists = result.changeSet.edit.filter((one) => one.path !== path).map((one) => one.path);
  return { hazards: [], view, after, lists, notes: result.notes };
};

async function proofsOf(before: View, after: View): Promise<readonly Proof[]> {
  const request = { before, after, changeSet: null, stage: null, testCommand: null, onProgress: SILENT };
  const { signal } = new AbortController();
  return (await javascriptProver.prove({ ...request, rungs: ['S'], signal })).proofs;
}

const failures = async (before: View, after: View): Promise<string[]> =>
  (await proofsOf(before, after)).filter(({ verdict }) => verdict === 'failed').map(({ path }) => path);

/** Manifests that S covers. */
const claimed = async (before: View, after: View): Promise<string[]> =>
  (await proofsOf(before, after))
    .filter(({ path, verdict }) => path.endsWith('.json') && verdict === 'proven')
    .map(({ path }) => path);

const manifest = (more: object): string =>
  JSON.stringify({ name: 'x', version: '1.0.0', type: 'module', ...more }, null, 2);

/** Lists that have to grow: what they hold afterwards, and whether S sees the same split without them. */
const GROWN: readonly (readonly [
  title: string,
  file: string,
  files: Files,
  path: string,
  expected: RegExp,
  judged: boolean,
])[] = [
  [
    'a flat glob of files',
    'package.json',
    { 'package.json': manifest({ files: ['lib/*.js', 'x'] }), 'lib/m.js': TWO },
    'lib/m.js',
    /"lib\/\*\.js",\n +"lib\/m\/\*\.js",\n +"x"/,
    true,
  ],
  [
    'a file by name',
    'package.json',
    { 'package.json': manifest({ files: ['./lib/m.js'] }), 'lib/m.js': TWO },
    'lib/m.js',
    /"\.\/lib\/m\.js",\n +"\.\/lib\/m\/\*\.js"/,
    true,
  ],
  [
    'parts beside an index',
    'package.json',
    { 'package.json': manifest({ files: ['lib/index.js'] }), 'lib/index.js': TWO },
    'lib/index.js',
    /"lib\/index\.js",\n +"lib\/b\.js"/,
    true,
  ],
  [
    'what a compiler writes',
    'p/package.json',
    {
      'p/package.json': '{"name":"p","files":["dist/*.js","dist/*.d.ts"],"scripts":{"build":"tsc -p ."}}',
      'p/tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src","declaration":true}}',
      'p/src/m.ts': TWO,
    },
    'p/src/m.ts',
    /\["dist\/\*\.js", "dist\/m\/\*\.js","dist\/\*\.d\.ts", "dist\/m\/\*\.d\.ts"\]/,
    true,
  ],
  [
    'what a compiler writes, run by hand',
    'package.json',
    {
      'package.json': '{"name":"p","files":["dist/*.js"],"scripts":{"test":"vitest"}}',
      'tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
      'src/m.ts': TWO,
    },
    'src/m.ts',
    /\["dist\/\*\.js", "dist\/m\/\*\.js"\]/,
    true,
  ],
  [
    'a list of side effects',
    'package.json',
    { 'package.json': manifest({ private: true, sideEffects: ['./lib/m.js', '*.css'] }), 'lib/m.js': TWO },
    'lib/m.js',
    /"\.\/lib\/m\.js",\n +"\.\/lib\/m\/\*\.js"/,
    false,
  ],
  [
    'a list of coverage',
    'package.json',
    {
      'package.json': manifest({ private: true, jest: { collectCoverageFrom: ['lib/*.{js,ts}', '!**/*.d.ts'] } }),
      'lib/m.js': TWO,
    },
    'lib/m.js',
    /"lib\/\*\.\{js,ts\}",\n +"lib\/m\/\*\.\{js,ts\}"/,
    false,
  ],
  [
    'a composite project',
    'tsconfig.json',
    {
      'tsconfig.json': '{\n  // all\n  "compilerOptions": { "composite": true },\n  "include": ["src/*.ts"]\n}\n',
      'src/m.ts': TWO,
    },
    'src/m.ts',
    /\["src\/\*\.ts", "src\/m\/\*\.ts"\]/,
    false,
  ],
  [
    'a composite project with files, by a list that it extends',
    'base.json',
    {
      'tsconfig.json': '{"extends":"./base","compilerOptions":{"composite":true}}',
      'base.json': '{"files":["src/m.ts"]}',
      'src/m.ts': TWO,
    },
    'src/m.ts',
    /\["src\/m\.ts", "src\/m\/b\.ts"\]/,
    false,
  ],
];

describe('lists that hold the file come to hold its parts', () => {
  test.each(GROWN)('%s', async (_title, file, files, path, expected, judged) => {
    const { hazards, view, after, lists } = split(files, path);
    expect([hazards, lists]).toEqual([[], [file]]);
    expect(after!.text(file)).toMatch(expected);
    expect(await failures(view!, after!)).toEqual([]);
    expect(await claimed(view!, after!)).toEqual([file]);
    const naive = memoryView(
      Object.fromEntries(
        after!.files.map((one) => [one.path, (lists!.includes(one.path) ? view : after)!.text(one.path)]),
      ),
    );
    expect((await failures(view!, naive)).length).toBe(judged ? 1 : 0);
  });

  test.each<[string, Files]>([
    [
      'a list that holds folders',
      { 'package.json': manifest({ files: ['lib'], sideEffects: ['lib/**'] }), 'lib/m.js': TWO },
    ],
    ['a private package', { 'package.json': manifest({ private: true, files: ['lib/*.js'] }), 'lib/m.js': TWO }],
    ['a file that is not shipped', { 'package.json': manifest({ files: ['dist'] }), 'lib/m.js': TWO }],
    ['a project that is not composite', { 'tsconfig.json': '{"include":["lib/*.js"]}', 'lib/m.js': TWO }],
  ])('nothing is written for %s', async (_title, files) => {
    const { hazards, lists, view, after } = split(files, 'lib/m.js');
    expect([hazards, lists]).toEqual([[], []]);
    expect(await failures(view!, after!)).toEqual([]);
  });
});

describe('what is not understood is refused', () => {
  test.each<[string, string, Files, string]>([
    [
      'J80',
      'an ignore file keeps the parts out',
      { 'package.json': manifest({}), '.npmignore': 'lib/*/\n', 'lib/m.js': TWO },
      'lib/m.js',
    ],
    [
      'J80',
      'main is always shipped, its parts are not',
      { 'package.json': manifest({ files: ['other'], main: 'lib/m.js' }), 'lib/m.js': TWO },
      'lib/m.js',
    ],
    [
      'J80',
      'a later entry takes them away again',
      { 'package.json': manifest({ files: ['lib/*.js', '!lib/m/**'] }), 'lib/m.js': TWO },
      'lib/m.js',
    ],
    ['J82', 'git ignores a folder of that name', { '.gitignore': 'build/\n', 'src/build.ts': TWO }, 'src/build.ts'],
    ['J82', 'an ignore file nearby', { 'src/.gitignore': '*\n!*.ts\n', 'src/m.ts': TWO }, 'src/m.ts'],
  ])('%s: %s', (hazard, _title, files, path) => expect(split(files, path).hazards).toEqual([hazard]));

  const acting = (statement: string): Files => ({
    'package.json': manifest({ private: true, sideEffects: false }),
    'm.js': `const table = new Map();\n\n${statement}\n\n${TWO}\nexport const get = (x) => table.get(x);\n`,
  });
  test('J81: a statement that acts, where the package says that nothing does', async () => {
    expect(split(acting("table.set('a', 1);"), 'm.js', { t: ['const table', 'const get'] }).hazards).toEqual(['J81']);
    expect(split(acting("document.title = 'x';"), 'm.js').hazards).toEqual(['J81']);
    const { hazards, view, after } = split(acting("table.set('a', 1);"), 'm.js');
    expect(hazards).toEqual([]);
    expect(await failures(view!, after!)).toEqual([]);
    const files = acting("table.set('a', 1);");
    const apart = {
      ...files,
      'm.js': `import { table } from './m/t.js';\n\nexport { get } from './m/t.js';\n\ntable.set('a', 1);\n\n${TWO}`,
      'm/t.js': 'export const table = new Map();\n\nexport const get = (x) => table.get(x);\n',
    };
    expect(await failures(memoryView(files), memoryView(apart))).toContain('m.js');
  });

  test('J81: what a function that is called acts upon leaves only with it', async () => {
    const text = `const table = new Map();\n\nexport function set(key) {\n  table.set(key, 1);\n}\n\n${TWO}\nexport const get = (x) => table.get(x);\n\nset('a');\n`;
    const files = { 'package.json': manifest({ private: true, sideEffects: false }), 'm.js': text };
    expect(split(files, 'm.js', { t: ['const table', 'const get'] }).hazards).toContain('J81');
    const apart = {
      ...files,
      'm.js': `import { table } from './m/t.js';\n\nexport { get } from './m/t.js';\n\nexport function set(key) {\n  table.set(key, 1);\n}\n\n${TWO}\nset('a');\n`,
      'm/t.js': 'export const table = new Map();\n\nexport const get = (x) => table.get(x);\n',
    };
    expect(await failures(memoryView(files), memoryView(apart))).toContain('m.js');
  });

  const asking = (ask: string): Files => ({
    'package.json': manifest({ private: true, sideEffects: false }),
    'm.ts': `export enum Kind {\n  A = 'a',\n}\n\nexport const table: Record<string, number> = { a: 1 };\n\nconst state: Record<string, unknown> = {};\n\nexport function set(key: string): void {\n  ${ask}\n  state[key] = 1;\n}\n\nexport const get = (key: string): unknown => state[key];\n\nset('a');\n`,
  });
  const apart = ({ 'm.ts': text, ...files }: Files): Files => {
    const at = text!.indexOf('const state');
    return {
      ...files,
      'm.ts': `import { Kind, table } from './m/t';\n\nexport { Kind, table } from './m/t';\n\n${text!.slice(at)}`,
      'm/t.ts': `${text!.slice(0, at).trimEnd()}\n`,
    };
  };
  const OUT = { t: ['enum Kind', 'const table'] };
  test.each(["if (key !== Kind.A && !(key in table)) throw new Error(Kind['A']);", 'if (!(key in table)) return;'])(
    'J81: what is only asked may stand elsewhere: %s',
    async (ask) => {
      const { hazards, view, after } = split(asking(ask), 'm.ts', OUT);
      expect(hazards).toEqual([]);
      expect(await failures(view!, after!)).toEqual([]);
    },
  );
  test.each(['table[key] = 1;', 'use(Kind);', 'table.a.toString();', 'Kind.A = key;', 'if (table in key) return;'])(
    'J81: what may be acted upon may not: %s',
    async (ask) => {
      const files = asking(ask);
      expect(split(files, 'm.ts', OUT).hazards).toContain('J81');
      expect(await failures(memoryView(files), memoryView(apart(files)))).toContain('m.ts');
    },
  );

  test('J83 is told: a pattern of exports makes the parts public, unless it is closed', () => {
    const exports = { '.': './lib/m.js', './lib/*': './lib/*.js' };
    const files = (more: object): Files => ({
      'package.json': manifest({ files: ['lib'], exports: { ...exports, ...more } }),
      'lib/m.js': TWO,
    });
    expect(split(files({}), 'lib/m.js').notes!.filter((one) => one.includes('J83'))).toHaveLength(1);
    expect(split(files({ './lib/m/*': null }), 'lib/m.js').notes).toEqual([]);
  });
});

test('S covers a manifest only where nothing but such a list grew', async () => {
  const files = { 'package.json': manifest({ files: ['lib/*.js'] }), 'lib/m.js': TWO, 'lib/n/x.js': '' };
  const { view, after } = split(files, 'lib/m.js');
  const changed = (from: string, to: string): View =>
    memoryView(Object.fromEntries(after!.files.map(({ path }) => [path, after!.text(path).replace(from, to)])));
  expect(await claimed(view!, after!)).toEqual(['package.json']);
  for (const [from, to] of [
    ['"1.0.0"', '"1.0.1"'],
    ['"lib/m/*.js"', '"lib/**/*.js"'],
    ['"lib/m/*.js"', '"lib/m/*.js", "lib/n/*.js"'],
    ['"lib/*.js",', ''],
    ['"lib/m/*.js"', '"lib/m/*.js", "lib/m/*.js", 1'],
  ] as const)
    expect(await claimed(view!, changed(from, to))).toEqual([]);
});
