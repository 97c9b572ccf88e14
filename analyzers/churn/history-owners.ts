import { byText } from '../../src/core/compare.ts';
import type { History } from '../../src/git/history.ts';
import type { View } from '../../src/workspace/view.ts';
import { ownerFinder } from '../budget/find-owner.ts';

/** Who owns some paths together, as history shows it; null where it takes no part, or shows nobody. */
export type HistoryOwner = (paths: readonly string[]) => string | null;

/**
 * Who made most commits to some files, or added most of their lines, in the window that `[owners]` sets; said to be from history. Programs
 * are left out, and addresses unless they are asked for. Equal authors go by name.
 */
export function historyOwnerFinder({ config: { owners }, history }: View): HistoryOwner {
  if (owners.history === 'off' || history.status !== 'ok') return () => null;
  const first = monthsBefore(history.headDate, owners.months);
  const commits = new Map<number, string>();
  for (const [number, { time, author }] of history.log.entries()) if (time >= first) commits.set(number, author);
  const countsOf = owners.history === 'lines' ? linesIn(history) : commitsIn(history, commits);
  return (paths) => {
    const [top] = [...countsOf(paths)].sort(([a, m], [b, n]) => n - m || byText(a, b));
    if (top === undefined) return null;
    const [author] = top;
    return `${owners.hasMail ? author : nameOf(author)} (from history)`;
  };
}

type ReadHistory = History & { readonly status: 'ok' };
type Counts = (paths: readonly string[]) => ReadonlyMap<string, number>;

/** A commit to several of the files counts once. */
const commitsIn =
  ({ files }: ReadHistory, commits: ReadonlyMap<number, string>): Counts =>
  (paths) => {
    const counts = new Map<string, number>();
    for (const number of new Set(paths.flatMap((path) => files.get(path)?.changes ?? []))) {
      const author = commits.get(number);
      if (author !== undefined) counts.set(author, (counts.get(author) ?? 0) + 1);
    }
    return counts;
  };

/** Lines are only read as far back as the history of lines reaches. */
const linesIn =
  ({ lines }: ReadHistory): Counts =>
  (paths) => {
    const counts = new Map<string, number>();
    if (lines.status === 'ok')
      for (const path of paths)
        for (const [author, added] of lines.files.get(path)?.added ?? [])
          counts.set(author, (counts.get(author) ?? 0) + added);
    return counts;
  };

/** `Ann Example <ann@example.org>` -> `Ann Example`. A name that is an address itself ends before its `@`. */
const nameOf = (author: string): string => {
  const name = author.replace(/\s*<[^>]*>\s*$/, '').trim();
  return name.replace(/@.*$/s, '') || 'somebody without a name';
};

/** Seconds since 1970 of the day so many months before another, by the calendar. */
function monthsBefore(day: string, months: number): number {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.getTime() / 1000;
}

/** Who owns a path by CODEOWNERS or the configuration, else by history where `[owners]` asks for it; null where nobody does. */
export function anyOwnerFinder(view: View): (path: string) => string | null {
  const [ownerOf, historyOwnerOf] = [ownerFinder(view), historyOwnerFinder(view)];
  return (path) => ownerOf(path) ?? historyOwnerOf([path]);
}
