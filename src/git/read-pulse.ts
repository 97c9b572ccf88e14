import { by } from '../core/compare.ts';
import type { Repository } from './open-repository.ts';
import { tryGit } from './run-git.ts';

/** What the last commits of one file tell: who, when, and which files change with it. */
export interface FilePulse {
  /** Commits that were looked at: the newest, at most 200. */
  readonly commits: number;
  /** Author and number of these commits, the most first. */
  readonly authors: readonly (readonly [name: string, commits: number])[];
  /** Other files and in how many of these commits they changed too, the most first; commits over 50 files say nothing. */
  readonly companions: readonly (readonly [path: string, commits: number])[];
  /** Commits by quarter of a year before HEAD's, the oldest first. */
  readonly quarters: readonly number[];
}

const LOOKED_AT = 200;
const TOGETHER = 50;
const QUARTER = 91.3 * 86_400;
export const QUARTERS = 12;

/** @param path relative to the workspace */
export async function readPulse(repository: Repository, path: string, signal?: AbortSignal): Promise<FilePulse | null> {
  const { prefix, headTime, root } = repository;
  if (headTime === null) return null;
  const own = `${prefix}${path}`;
  const result = await tryGit(
    [
      'log',
      '-z',
      `-${LOOKED_AT}`,
      '--no-merges',
      '--no-renames',
      '--full-diff',
      '--name-only',
      '--format=%x01%ct%x02%aN',
      '--',
      `:(literal,top)${own}`,
    ],
    { cwd: root, signal },
  );
  if (result.exitCode !== 0) return null;
  const authors = new Map<string, number>();
  const companions = new Map<string, number>();
  const quarters = new Array<number>(QUARTERS).fill(0);
  const commits = result.stdout.toString('utf8').split('\u0001').slice(1);
  for (const commit of commits) {
    const [head = '', ...rest] = commit.split('\0');
    const [time = '0', author = ''] = head.split('\u0002');
    count(authors, author);
    const age = Math.floor(Math.max(0, headTime - Number(time)) / QUARTER);
    if (age < QUARTERS) quarters[QUARTERS - 1 - age]! += 1;
    const paths = rest.map((each) => each.replace(/^\n/, '')).filter((each) => each !== '');
    if (paths.length <= TOGETHER)
      for (const each of paths)
        if (each !== own && each.startsWith(prefix)) count(companions, each.slice(prefix.length));
  }
  return { commits: commits.length, authors: ranked(authors), companions: ranked(companions).slice(0, 12), quarters };
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const ranked = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(by(([name]) => name)).sort((a, b) => b[1] - a[1]);
