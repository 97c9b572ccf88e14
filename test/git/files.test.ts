import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/git/list-files.ts';
import { openRepository, type Repository } from '../../src/git/open-repository.ts';
import { vouchedBlobs } from '../../src/git/vouched-blobs.ts';
import { tempRepository } from '../helpers/temp-repository.ts';
import { tempFolder } from '../helpers/temp-workspace.ts';

const open = async (root: string): Promise<Repository> => (await openRepository(root)).repository!;
const names = async (root: string) =>
  (await listFiles(await open(root))).files.map((file) => file.path.toString()).sort();
const vouched = async (root: string) => {
  const repository = await open(root);
  return [...(await vouchedBlobs(repository, (await listFiles(repository)).files)).keys()].sort();
};
/** Out of git's racy window: the index is younger than every file. */
const age = (repo: { root: string; git: (...args: string[]) => string }, ...paths: string[]) => {
  for (const path of paths) utimesSync(join(repo.root, path), 1_700_000_000, 1_700_000_000);
  repo.git('update-index', '--refresh');
};

test('lists tracked and untracked files, not ignored ones, with paths from a folder below', async () => {
  const repo = tempRepository();
  repo.commit({ '.gitignore': 'out\n', 'a.rs': 'a', 'sub dir/b.py': 'b' });
  writeFileSync(join(repo.root, 'sub dir/new.py'), '');
  mkdirSync(join(repo.root, 'out'));
  writeFileSync(join(repo.root, 'out/x.rs'), '');
  expect(await names(repo.root)).toEqual(['.gitignore', 'a.rs', 'sub dir/b.py', 'sub dir/new.py']);
  expect(await names(join(repo.root, 'sub dir'))).toEqual(['b.py', 'new.py']);
  expect((await openRepository(join(repo.root, 'out'))).repository).toBe(null);
});

test('names nested repositories and submodules without entering them', async () => {
  const repo = tempRepository();
  const id = repo.commit({ 'a.rs': 'a' });
  mkdirSync(join(repo.root, 'inner'));
  repo.git('init', '-q', 'inner');
  writeFileSync(join(repo.root, 'inner/x.rs'), '');
  repo.git('update-index', '--add', '--cacheinfo', `160000,${id},vendored`);
  const list = await listFiles(await open(repo.root));
  expect(list.nested).toEqual([
    { path: 'vendored', kind: 'submodule' },
    { path: 'inner', kind: 'repository' },
  ]);
  expect(list.files).toHaveLength(1);
});

test('lists an unmerged file once and does not vouch for it', async () => {
  const repo = tempRepository();
  repo.commit({ 'a.rs': 'base\n' });
  repo.git('checkout', '-q', '-b', 'side');
  repo.commit({ 'a.rs': 'side\n' });
  repo.git('checkout', '-q', 'main');
  repo.commit({ 'a.rs': 'main\n' });
  expect(() => repo.git('merge', 'side')).toThrow();
  expect(await names(repo.root)).toEqual(['a.rs']);
  expect(await vouched(repo.root)).toEqual([]);
});

test('vouches only for bytes that are the blob if they are as many', async () => {
  const repo = tempRepository();
  repo.commit({
    'a.rs': 'a\n',
    'b.rs': 'b\n',
    'c.txt': 'c\n',
    'd.rs': 'd\n',
    'e.rs': 'e\n',
    '.gitattributes': '*.txt ident\n',
  });
  age(repo, 'a.rs', 'b.rs', 'c.txt', 'd.rs', 'e.rs', '.gitattributes');
  writeFileSync(join(repo.root, 'b.rs'), 'B\n');
  writeFileSync(join(repo.root, 'new.rs'), 'n\n');
  repo.git('update-index', '--assume-unchanged', 'd.rs');
  repo.git('update-index', '--skip-worktree', 'e.rs');
  expect(await vouched(repo.root)).toEqual(['.gitattributes', 'a.rs']);
  repo.git('config', 'core.checkStat', 'minimal');
  expect(await vouched(repo.root)).toEqual([]);
});

test('runs no program of the repository and leaves .git as it is', async () => {
  const repo = tempRepository();
  const mark = join(tempFolder(), 'ran');
  repo.commit({ 'a.rs': 'a\n', 'b.rs': 'b\n', '.gitattributes': 'b.rs filter=evil\n' });
  for (const name of ['filter.evil.clean', 'filter.evil.process', 'core.fsmonitor', 'diff.external', 'core.pager'])
    repo.git('config', name, `touch ${mark}; cat`);
  repo.git('config', 'filter.evil.required', 'true');
  writeFileSync(join(repo.root, 'a.rs'), 'A\n');
  writeFileSync(join(repo.root, 'b.rs'), 'B\n');
  const before = statSync(join(repo.root, '.git/index')).mtimeMs;
  expect(await vouched(repo.root)).toEqual(['.gitattributes']);
  expect(statSync(join(repo.root, '.git/index')).mtimeMs).toBe(before);
  expect(() => statSync(mark)).toThrow();
});

test('outside git, in a .git folder and without git there is a reason', async () => {
  expect(await openRepository(tempFolder())).toEqual({
    repository: null,
    reason: 'the folder is not in a git repository',
  });
  const repo = tempRepository();
  expect(await openRepository(join(repo.root, '.git'))).toMatchObject({ repository: null });
  const { PATH } = process.env;
  process.env.PATH = tempFolder();
  try {
    expect(await openRepository(repo.root)).toEqual({ repository: null, reason: 'git is not installed' });
  } finally {
    process.env.PATH = PATH;
  }
});

test('opens a linked work tree and a repository without commits', async () => {
  const repo = tempRepository();
  expect((await open(repo.root)).head).toBe(null);
  repo.commit({ 'a.rs': 'a\n' });
  const linked = tempFolder();
  rmSync(linked, { recursive: true });
  repo.git('worktree', 'add', '-q', '--detach', linked);
  expect(await names(linked)).toEqual(['a.rs']);
});
