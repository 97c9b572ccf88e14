import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commitFiles } from '../../src/git/commit-files.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { tempRepository } from '../helpers/temp-repository.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function opened(root: string) {
  const { repository } = await openRepository(root);
  return repository!;
}

test('commits just the named files, and leaves what is staged or edited', async () => {
  const repo = tempRepository();
  const parent = repo.commit({ 'a.rs': 'old\n', 'gone.rs': 'x\n', 'mine.txt': '1\n' });
  writeFileSync(join(repo.root, 'mine.txt'), 'staged\n');
  repo.git('add', 'mine.txt');
  writeFileSync(join(repo.root, 'mine.txt'), 'edited\n');
  writeFileSync(join(repo.root, 'a.rs'), 'new\n');
  const commit = await commitFiles({
    repository: await opened(repo.root),
    parent,
    files: [
      { path: 'a.rs', content: bytes('new\n'), mode: 0o644 },
      { path: 'sub/b.rs', content: bytes('b\n'), mode: 0o755 },
      { path: 'gone.rs', content: null, mode: 0o644 },
    ],
    message: 'Split a.rs\n\nWith a body.\n',
  });
  expect(repo.git('rev-parse', 'HEAD')).toBe(commit);
  expect(repo.git('show', '--format=%s', '--name-status', 'HEAD').split('\n').filter(Boolean)).toEqual([
    'Split a.rs',
    'M\ta.rs',
    'D\tgone.rs',
    'A\tsub/b.rs',
  ]);
  expect(repo.git('ls-tree', 'HEAD', 'sub/b.rs')).toMatch(/^100755/);
  expect(repo.git('diff', '--cached', '--name-only')).toBe('mine.txt');
  expect(repo.git('diff', '--name-only', 'mine.txt')).toBe('mine.txt');
  expect(repo.git('diff', '--name-only', 'a.rs')).toBe('');
});

test('refuses when HEAD has moved, and moves nothing', async () => {
  const repo = tempRepository();
  const parent = repo.commit({ 'a.rs': '1\n' });
  const head = repo.commit({ 'a.rs': '2\n' });
  const attempt = commitFiles({
    repository: await opened(repo.root),
    parent,
    files: [{ path: 'a.rs', content: bytes('3\n'), mode: 0o644 }],
    message: 'late',
  });
  await expect(attempt).rejects.toMatchObject({ problem: { code: 'git-head-moved' } });
  expect(repo.git('rev-parse', 'HEAD')).toBe(head);
});

test('works in a folder below the top of the repository', async () => {
  const repo = tempRepository();
  const parent = repo.commit({ 'pkg/a.py': '1\n', 'b.py': '1\n' });
  await commitFiles({
    repository: await opened(join(repo.root, 'pkg')),
    parent,
    files: [{ path: 'a.py', content: bytes('2\n'), mode: 0o644 }],
    message: 'edit',
  });
  expect(repo.git('show', 'HEAD:pkg/a.py')).toBe('2');
});
