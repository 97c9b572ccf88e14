import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Scripts of four repositories, without what is vendored: 3,818 files when all are taken.
const REPOSITORIES = [
  ['fabian-hiller/valibot', 'a14753beaa2e968190717ebfe5f778e5e32c1e08'],
  ['honojs/hono', '28a9c128912de19f3fb28b00ae289c9b93f6f392'],
  ['reduxjs/redux-toolkit', '74200d87c27ca2b1c0915b2fbb4c44dd7494c2aa'],
  ['vuejs/core', 'e2bede96134f757aad5c5b33ac9be055022dbfc8'],
];
const SCRIPT = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const VENDORED = /(?:^|\/)\.yarn\//;

/**
 * A repository of one commit: every n-th script of the four, and one file that no parser reads.
 * @param clones holds bare repositories named owner+name/repo; what is not there is fetched from GitHub
 */
export function makeTree(folder, clones, every) {
  rmSync(folder, { recursive: true, force: true });
  for (const [repository, commit] of REPOSITORIES) {
    const local = cloneOf(repository, commit, clones);
    const git = (...args) => execFileSync('git', ['-C', local, ...args], { maxBuffer: 1 << 28 });
    const paths = git('ls-tree', '-r', '--name-only', '-z', commit)
      .toString()
      .split('\0')
      .filter((path) => SCRIPT.test(path) && !VENDORED.test(path));
    for (const path of paths.filter((_, i) => i % every === 0)) {
      const to = join(folder, repository.split('/')[1], path);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, git('show', `${commit}:${path}`));
    }
  }
  writeFileSync(join(folder, 'broken.ts'), 'export const broken = (\n');
  const own = (...args) => execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]);
  own('init', '-q');
  own('add', '-A', '-f');
  own('commit', '-qm', 'base');
}

function cloneOf(repository, commit, clones) {
  const local = join(clones, repository.replace('/', '+'), 'repo');
  if (existsSync(local)) return local;
  mkdirSync(local, { recursive: true });
  execFileSync('git', ['init', '-q', local]);
  execFileSync('git', ['-C', local, 'fetch', '-q', '--depth', '1', `https://github.com/${repository}`, commit]);
  return local;
}
