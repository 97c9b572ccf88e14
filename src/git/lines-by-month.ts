import type { Repository } from './open-repository.ts';
import { runGit, tryGit } from './run-git.ts';

/** How many lines each file had at the end of a month. */
export interface MonthOfLines {
  /** The day that the month ends with, `2026-01-31`. */
  readonly day: string;
  readonly lines: ReadonlyMap<string, number>;
}

const DAY = 86_400;
const DAYS_A_MONTH = 30.44;
const MONTHS = 12;

/**
 * The lines of the workspace's files at the end of each of the twelve months before HEAD, the oldest first; HEAD itself is the last. Months before
 * the first commit are left out. Nothing where the history is not all here: a shallow clone has no past, a partial one would fetch it.
 * @param patterns names of files that count, `*.rs`
 */
export async function linesByMonth(
  repository: Repository,
  patterns: readonly string[],
  signal?: AbortSignal,
): Promise<MonthOfLines[]> {
  const { root, headTime, shallow, partial } = repository;
  if (headTime === null || shallow || partial) return [];
  const log = await runGit(['log', '--first-parent', '--no-show-signature', '--format=%H %ct', 'HEAD'], {
    cwd: root,
    signal,
  });
  const commits = log
    .toString('latin1')
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([id = '', time = '']) => ({ id, time: Number(time) }));
  const months: MonthOfLines[] = [];
  for (let before = MONTHS; before >= 0; before--) {
    const time = headTime - Math.round(before * DAYS_A_MONTH * DAY);
    // The newest first: the first that is old enough stood at that time.
    const commit = commits.find((one) => one.time <= time);
    if (commit === undefined) continue;
    const day = new Date(time * 1000).toISOString().slice(0, 10);
    months.push({ day, lines: await linesAt(root, commit.id, patterns, signal) });
  }
  return months;
}

/** One pass of git over the text files of a commit: `<id>:<path> NUL <lines>`. Paths are the workspace's own. */
async function linesAt(
  root: string,
  commit: string,
  patterns: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, number>> {
  // Exit code 1 says that no file has a line.
  const { stdout } = await tryGit(['grep', '-I', '-z', '-c', '-e', '', commit, '--', ...patterns], {
    cwd: root,
    settings: ['grep.fullName=false'],
    signal,
  });
  const counts = stdout.toString('utf8').matchAll(/[0-9a-f]+:([^\0]+)\0(\d+)\n/g);
  return new Map([...counts].map(([, path = '', count]) => [path, Number(count)]));
}
