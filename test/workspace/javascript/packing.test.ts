import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packingOf } from '../../../src/workspace/javascript/packing.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { writeFiles } from '../../helpers/temp-workspace.ts';

const TREE = Object.fromEntries(
  'index.js lib/m.js lib/m/a.js lib/m/b.mjs lib/deep/er/x.js lib/m.test.js src/m.ts docs/a.md docs/m/a.js build/x.js README.md LICENSE.txt .eslintrc.js bin/cli.js test/m.js package-lock.json lib/.hidden.js'
    .split(' ')
    .map((path) => [path, '\n']),
);

const CASES: readonly (readonly [title: string, manifest: object, more?: Record<string, string>])[] = [
  ['no list at all', {}],
  ['a flat glob', { files: ['lib/*.js'] }],
  ['a glob over folders', { files: ['lib/**/*.js'] }],
  ['a folder', { files: ['lib'] }],
  ['a folder with slashes', { files: ['./lib/', 'docs/*'] }],
  ['files by name', { files: ['index.js', 'lib/m.js'] }],
  ['braces', { files: ['lib/*.{js,mjs}', '{docs,src}/**'] }],
  ['a name anywhere', { files: ['*.js'] }],
  ['something taken away again', { files: ['lib', '!lib/m/**', '!**/*.test.js'] }],
  ['main and bin are always in', { files: ['src'], main: './lib/m.js', bin: { x: 'bin/cli.js' } }],
  ['bin as a string', { files: [], bin: './bin/cli.js' }],
  ['.npmignore', {}, { '.npmignore': 'test\n/docs\nlib/*.test.js\n# no\n*.ts\n' }],
  ['.npmignore before .gitignore', {}, { '.npmignore': 'test\n', '.gitignore': 'lib\n' }],
  ['.gitignore', {}, { '.gitignore': 'build/\n!build/x.js\nlib/m/\n' }],
  ['.gitignore of a folder without its slash', {}, { '.gitignore': 'm\n' }],
  ['an ignore file inside', {}, { 'lib/.npmignore': 'm/a.js\n*.test.js\n' }],
  ['an ignore file inside what is listed', { files: ['lib'] }, { 'lib/.gitignore': 'm/\n' }],
  ['a folder that is ignored and one thing that is not', {}, { '.npmignore': 'lib/*\n!lib/m\n' }],
  ['a double star', {}, { '.npmignore': '**/m/**\n' }],
];

const filesOf = ([, manifest, more = {}]: (typeof CASES)[number], i: number): Record<string, string> => ({
  ...TREE,
  ...more,
  'package.json': JSON.stringify({ name: `x${i}`, version: '1.0.0', ...manifest }),
});

describe('what npm packs is known without npm', () => {
  let packed: string[][] = [];

  beforeAll(() => {
    const trees = CASES.flatMap((one, i) =>
      Object.entries(filesOf(one, i)).map(([path, text]) => [`case${i}/${path}`, text]),
    );
    const root = mkdtempSync(join(tmpdir(), 'packing-'));
    writeFiles(root, Object.fromEntries(trees));
    const folders = CASES.map((_, i) => `./case${i}`);
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts', ...folders];
    const out = execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const told = JSON.parse(out) as { files: { path: string }[] }[];
    packed = told.map(({ files }) => files.map(({ path }) => path).sort());
    rmSync(root, { recursive: true });
  }, 60_000);

  test.each(CASES.map((one, i) => [one[0], i] as const))('%s', (_title, i) => {
    const files = filesOf(CASES[i]!, i);
    const { ships } = packingOf(memoryView(files), 'lib/m.js')!;
    expect(Object.keys(files).filter(ships).sort()).toEqual(packed[i]);
  });

  test('the nearest named package counts; a private one ships nothing', () => {
    const view = memoryView({
      'package.json': '{"name":"root","private":true}',
      'a/package.json': '{"name":"a","files":["dist"]}',
      'a/esm/package.json': '{"type":"module"}',
    });
    expect(packingOf(view, 'a/esm/x.js')).toMatchObject({ folder: 'a', manifest: 'a/package.json' });
    expect(packingOf(view, 'a/esm/x.js')!.ships('a/dist/m/x.js')).toBe(true);
    expect(packingOf(view, 'b/x.js')).toBe(null);
  });
});
