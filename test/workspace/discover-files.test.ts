import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRepository } from '../../src/git/open-repository.ts';
import { discoverFiles } from '../../src/workspace/discover-files.ts';
import { isKeyOf, readBytes, stateOfBytes, stateWithoutReading } from '../../src/workspace/read-content.ts';
import { tempRepository } from '../helpers/temp-repository.ts';
import { tempFolder, tempWorkspace } from '../helpers/temp-workspace.ts';

const discover = async (root: string, exclude: string[] = []) => {
  const { repository } = await openRepository(root);
  return discoverFiles(root, repository, { exclude, enters: 'sources' });
};

test('outside git walks everything but the folders that hold no sources', async () => {
  const root = tempWorkspace({
    'a.rs': '',
    'src/b.py': '',
    'Cargo.toml': '',
    'target/c.rs': '',
    'js/package.json': '',
    'js/dist/bundle.js': '',
    'compiler/target/x86.py': '',
    'stats/dist/normal.py': '',
    'docs/venv/intro.py': '',
    'x/node_modules/d.js': '',
    '.hidden/e.rs': '',
    '.venv/f.py': '',
    '.venv/pyvenv.cfg': '',
  });
  const found = await discover(root);
  expect(found.files.map((file) => file.path)).toEqual([
    '.hidden/e.rs',
    'Cargo.toml',
    'a.rs',
    'compiler/target/x86.py',
    'docs/venv/intro.py',
    'js/package.json',
    'src/b.py',
    'stats/dist/normal.py',
  ]);
});

test('lists links without following them, loops and ways out included', async () => {
  const root = tempWorkspace({ 'a/x.rs': '' });
  const outside = tempWorkspace({ 'secret.rs': '' });
  symlinkSync('..', join(root, 'a/loop'));
  symlinkSync(outside, join(root, 'out'));
  symlinkSync('nowhere', join(root, 'dangling.rs'));
  const { files } = await discover(root);
  expect(files.map((file) => `${file.path} ${file.kind}`)).toEqual([
    'a/loop symlink',
    'a/x.rs file',
    'dangling.rs symlink',
    'out symlink',
  ]);
  expect(readBytes(root, 'dangling.rs')).toBe(null);
});

test('counts what it leaves out and names what it does not enter', async () => {
  const repo = tempRepository();
  repo.commit({ 'a.rs': 'a', 'gone.rs': 'b', 'vendor/v.rs': 'v' });
  execFileSync('rm', [join(repo.root, 'gone.rs')]);
  repo.git('init', '-q', 'inner');
  writeFileSync(join(repo.root, 'inner/x.rs'), '');
  const found = await discover(repo.root, ['vendor']);
  expect(found.files.map((file) => file.path)).toEqual(['a.rs']);
  expect(found.excluded).toBe(1);
  expect(found.nested).toEqual(['inner is a repository of its own: not read']);
  expect(found.notes).toEqual(['1 tracked file is not on the disk']);
});

test('leaves installed packages out with a word, where nobody has committed them', async () => {
  const repo = tempRepository();
  repo.commit({
    'a.js': 'a',
    'fixtures/node_modules/b.js': 'b',
    'samples/env/pyvenv.cfg': '',
    'samples/env/c.py': 'c',
  });
  repo.write({
    'node_modules/x/index.js': 'x',
    'node_modules/x/node_modules/y/index.js': 'y',
    'tools/env/pyvenv.cfg': '',
    'tools/env/lib/python3.11/site-packages/z.py': 'z',
    'not_node_modules/kept.js': 'k',
    'pyvenv.cfg': '',
  });
  const found = await discover(repo.root);
  expect(found.files.map((file) => file.path)).toEqual([
    'a.js',
    'fixtures/node_modules/b.js',
    'not_node_modules/kept.js',
    'pyvenv.cfg',
    'samples/env/c.py',
    'samples/env/pyvenv.cfg',
  ]);
  expect(found.notes).toEqual([
    'node_modules holds installed packages, which git does not ignore: 2 files not read',
    'tools/env holds installed packages, which git does not ignore: 2 files not read',
  ]);
});

test('lists a name that is not UTF-8, a pipe and a broken text by their states', async () => {
  const root = tempFolder();
  writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.rs')]), 'fn f() {}');
  execFileSync('mkfifo', [join(root, 'pipe.rs')]);
  const { files } = await discover(root);
  expect(files.map((file) => [file.path, stateWithoutReading(file)])).toEqual([
    ['caf\\xe9.rs', 'not-utf8'],
    ['pipe.rs', 'unreadable'],
  ]);
  expect(readBytes(root, 'pipe.rs')).toBe(null);
});

test.each([
  [Buffer.from('fn crab() { "🦀" }'), 'text'],
  [Buffer.from('\ufefffn f() {}'), 'text'],
  [Buffer.from([0x66, 0xe9, 0x6e]), 'not-utf8'],
  [Buffer.from('a\0b'), 'binary'],
  [Buffer.concat([Buffer.alloc(9_000, 'x'), Buffer.from([0])]), 'text'],
  [Buffer.alloc(0), 'text'],
])('state of bytes %#', (bytes, state) => {
  expect(stateOfBytes(bytes)).toBe(state);
});

test("knows git's blob ids", () => {
  expect(isKeyOf('git:78981922613b2afb6025042ff6bd878ac1994e85', Buffer.from('a\n'))).toBe(true);
  expect(isKeyOf('git:78981922613b2afb6025042ff6bd878ac1994e85', Buffer.from('b\n'))).toBe(false);
});
