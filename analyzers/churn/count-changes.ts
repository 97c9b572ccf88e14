import { byText } from '../../src/core/compare.ts';
import type { History, LoggedCommit } from '../../src/git/history.ts';
import type { Churn } from './churn.ts';

type ReadHistory = History & { readonly status: 'ok' };

const MONTHS = 12;

/** The churn of some commits of the log, each of them once. */
export function countChanges({ log, headDate }: ReadHistory, changes: Iterable<number>): Churn {
  const commits = commitsOf(log, changes);
  const byAuthor = countByAuthor(commits);
  const trend = new Array<number>(MONTHS).fill(0);
  const now = monthOf(Date.parse(headDate));
  // Most commits lie before: they need no calendar.
  const first = now - MONTHS + 1;
  const from = Date.UTC(Math.floor(first / 12), first % 12) / 1000;
  let last = Number.NEGATIVE_INFINITY;
  for (const { time } of commits) {
    if (time >= from) trend[MONTHS - 1 - Math.max(0, now - monthOf(time * 1000))]! += 1;
    last = Math.max(last, time);
  }
  const lastChange = commits.length === 0 ? null : new Date(last * 1000).toISOString().slice(0, 10);
  return {
    revisions: commits.length,
    revisionsDecayed: sumOfWeights(commits),
    authors: byAuthor.size,
    lastChange,
    age: lastChange === null ? null : monthsBetween(lastChange, headDate),
    fragmentation: fragmentationOf([...byAuthor.values()], commits.length),
    trend,
  };
}

const sumOfWeights = (commits: readonly LoggedCommit[]): number =>
  commits.reduce((sum: number, { weight }: LoggedCommit) => sum + weight, 0);

/** `revisionsDecayed` of one file's churn, without the rest; null where history takes no part. */
export const recentChanges = (history: History, path: string): number | null =>
  history.status === 'ok' ? sumOfWeights(commitsOf(history.log, history.files.get(path)?.changes ?? [])) : null;

/** The churn of files taken together; null where history takes no part. */
export const churnOf = (history: History, paths: readonly string[]): Churn | null =>
  history.status === 'ok'
    ? countChanges(
        history,
        paths.flatMap((path) => history.files.get(path)?.changes ?? []),
      )
    : null;

/** Who made the commits to some files, and how many each, the most first; none where history takes no part. */
export function authorsOf(history: History, paths: readonly string[]): [author: string, commits: number][] {
  if (history.status !== 'ok') return [];
  const changes = paths.flatMap((path) => history.files.get(path)?.changes ?? []);
  return [...countByAuthor(commitsOf(history.log, changes))].sort(([a, m], [b, n]) => n - m || byText(a, b));
}

/** Each once and the newest first, whatever order they came in: sums of fractions depend on it. */
const commitsOf = (log: readonly LoggedCommit[], changes: Iterable<number>): LoggedCommit[] =>
  [...new Set(changes)].sort((a, b) => a - b).map((number) => log[number]!);

function countByAuthor(commits: readonly LoggedCommit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { author } of commits) counts.set(author, (counts.get(author) ?? 0) + 1);
  return counts;
}

const monthOf = (ms: number): number => {
  const date = new Date(ms);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/**
 * Whole months by the calendar between two ISO days; 0 where the first lies behind the second.
 * @internal Exported for its tests.
 */
export function monthsBetween(from: string, to: string): number {
  const months = monthOf(Date.parse(to)) - monthOf(Date.parse(from));
  return Math.max(0, to.slice(8) < from.slice(8) ? months - 1 : months);
}

const fragmentationOf = (counts: readonly number[], total: number): number =>
  total === 0 ? 0 : 1 - counts.reduce((sum, count) => sum + (count / total) ** 2, 0);
