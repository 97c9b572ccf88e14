import { RefactorError } from '../core/errors.ts';
import { splitRecords } from '../process/run-for-bytes.ts';
import type { Commit } from './commit-log.ts';
import type { Repository } from './open-repository.ts';
import { tryGit } from './run-git.ts';

/** Where a window of history begins: a moment, or a commit whose ancestors are all older. */
export type Since =
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'commit'; readonly id: string };

const DURATION = /^([1-9]\d{0,3})(d|w|m|y)$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2}))?$/;

/** Reads `90d`, `6m`, `2y` (before HEAD's commit date), `2026-01-31` (UTC), or a revision. Throws RefactorError `unknown-since`. */
export async function resolveSince(text: string, repository: Repository, signal?: AbortSignal): Promise<Since> {
  const duration = DURATION.exec(text);
  if (duration && repository.headTime !== null)
    return { kind: 'time', seconds: timeBefore(repository.headTime, Number(duration[1]), duration[2]!) };
  if (DAY.test(text)) {
    const time = Date.parse(text);
    if (!Number.isNaN(time)) return { kind: 'time', seconds: time / 1000 };
  }
  const id = await resolveRevision(text, repository, signal);
  if (id) return { kind: 'commit', id };
  throw unknownSince(
    text,
    'it is neither a duration, nor a date, nor a commit, tag or branch of this repository',
    'Write 90d, 6m, 2y, 2026-01-31, or a revision of this repository.',
  );
}

/** Where there is no commit: a time can be meant, a revision cannot. Throws RefactorError `unknown-since`. */
export function requireTime(text: string): void {
  if (DURATION.test(text) || (DAY.test(text) && !Number.isNaN(Date.parse(text)))) return;
  throw unknownSince(
    text,
    'it is neither a duration nor a date, and there is no commit here that it could name',
    'Write 90d, 6m, 2y or 2026-01-31, or leave it out.',
  );
}

const unknownSince = (text: string, why: string, whatToDo: string): RefactorError =>
  new RefactorError({ code: 'unknown-since', what: `--since ${text} names no point in this history`, why, whatToDo });

/** The commit id of a revision, or null. */
export async function resolveRevision(
  text: string,
  repository: Repository,
  signal?: AbortSignal,
): Promise<string | null> {
  const result = await tryGit(['rev-parse', '--verify', '--quiet', '--end-of-options', `${text}^{commit}`], {
    cwd: repository.root,
    signal,
  });
  return result.exitCode === 0 ? result.stdout.toString('latin1').trim() : null;
}

/** Months and years by the calendar: a day that the month does not have becomes its last one. */
function timeBefore(head: number, count: number, unit: string): number {
  if (unit === 'd' || unit === 'w') return head - count * (unit === 'w' ? 7 : 1) * 86_400;
  const date = new Date(head * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - count * (unit === 'y' ? 12 : 1));
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime() / 1000;
}

/** The test for the window; for a commit it is git's `id..HEAD`. */
export function windowFrom(since: Since | null, commits: ReadonlyMap<string, Commit>): (commit: Commit) => boolean {
  if (since === null) return () => true;
  if (since.kind === 'time') return (commit) => commit.time >= since.seconds;
  const older = new Set([since.id]);
  const stack = [since.id];
  while (stack.length > 0)
    for (const parent of commits.get(stack.pop()!)?.parents ?? []) {
      if (older.has(parent)) continue;
      older.add(parent);
      stack.push(parent);
    }
  return (commit) => !older.has(commit.id);
}

/** Latin1 paths of HEAD's tree, from the top folder. */
export async function treePaths(repository: Repository, signal?: AbortSignal): Promise<string[]> {
  const result = await tryGit(['ls-tree', '-r', '-z', '--name-only', '--full-tree', 'HEAD'], {
    cwd: repository.root,
    signal,
  });
  return [...splitRecords(result.stdout)].map((path) => path.toString('latin1'));
}
