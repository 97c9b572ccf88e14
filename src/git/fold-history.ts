import { byText } from '../core/compare.ts';
import type { Commit } from './commit-log.ts';
import type { FileHistory, LeftOut, LoggedCommit } from './history.ts';

const HALF_LIFE_DAYS = 180;
/** Commits over this many files say nothing about one of them: formatting, licences, moves. */
const SWEEPING_FILES = 200;

const DAY = 86_400;
const BOT =
  /\[bot\]|\b(?:dependabot|renovate(?:-bot)?|greenkeeper|pyup-bot|pre-commit-ci|github-actions|mergify|snyk-bot|allcontributors)\b/i;

const isBot = (author: string): boolean => BOT.test(author);

export interface FoldOptions {
  /** Committer date of HEAD, seconds. */
  readonly headTime: number;
  /** Raw author -> author by mailmap. */
  readonly mailmap: ReadonlyMap<string, string>;
  readonly ignored: ReadonlySet<string>;
  /** True if the commit lies in the window that is asked for. */
  readonly inWindow: (commit: Commit) => boolean;
}

export interface FoldedHistory {
  /** Today's path (latin1, from the top folder) -> numbers. Deleted files have theirs too. */
  readonly files: Map<string, FileHistory>;
  /** Of the commits that count, the newest first. */
  readonly log: readonly LoggedCommit[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly leftOut: LeftOut;
  /** Per path: commits that touch it in the whole history, whether they count or not, and the last of these. */
  readonly touched: ReadonlyMap<string, { readonly times: number; readonly only: string }>;
}

interface Tally {
  readonly changes: number[];
  decayed: number;
  last: number;
  readonly authors: Set<string>;
}

/**
 * Walks commits from HEAD back and adds each change to the name that the file has today.
 * @param commits children before parents
 */
export function foldHistory(commits: readonly Commit[], options: FoldOptions): FoldedHistory {
  const today = new Map<string, string>();
  const nameToday = (path: string): string => today.get(path) ?? path;
  const tallies = new Map<string, Tally>();
  const touched = new Map<string, { times: number; only: string }>();
  const leftOut = { sweeping: 0, bots: 0, ignored: 0, merges: 0 };
  const log: LoggedCommit[] = [];
  const numberOf = new Map<string, number>();

  const why = (commit: Commit, author: string): keyof LeftOut | null => {
    if (commit.parents.length > 1) return 'merges';
    if (options.ignored.has(commit.id)) return 'ignored';
    if (isBot(author)) return 'bots';
    return commit.changes.length > SWEEPING_FILES ? 'sweeping' : null;
  };

  for (const commit of commits) {
    const author = options.mailmap.get(commit.author) ?? commit.author;
    const reason = why(commit, author);
    const wanted = options.inWindow(commit);
    if (wanted && reason) leftOut[reason] += 1;
    // Commit dates can lie behind HEAD's; such a change is as fresh as can be.
    const weight = 2 ** (-Math.max(0, options.headTime - commit.time) / DAY / HALF_LIFE_DAYS);
    if (wanted && !reason) {
      numberOf.set(commit.id, log.length);
      log.push({ time: commit.time, author, weight, size: commit.changes.length });
    }
    // All names of a commit are read before its renames count: `a -> b` and `b -> c` can stand in one commit.
    const names = commit.changes.map(({ path }) => nameToday(path));
    commit.changes.forEach(({ from }, i) => {
      if (from !== null) today.set(from, names[i]!);
    });
    for (const name of names) {
      const known = touched.get(name);
      if (known) known.times += 1;
      else touched.set(name, { times: 1, only: commit.id });
      if (!wanted || reason) continue;
      let tally = tallies.get(name);
      if (!tally) {
        tally = { changes: [], decayed: 0, last: 0, authors: new Set() };
        tallies.set(name, tally);
      }
      tally.changes.push(log.length - 1);
      tally.decayed += weight;
      tally.last = Math.max(tally.last, commit.time);
      tally.authors.add(author);
    }
  }
  const files = [...tallies].sort(([a], [b]) => byText(a, b)).map(([path, tally]) => [path, numbersOf(tally)] as const);
  return { files: new Map(files), log, numberOf, leftOut, touched };
}

const numbersOf = (tally: Tally): FileHistory => ({
  revisions: tally.changes.length,
  revisionsDecayed: tally.decayed,
  authors: tally.authors.size,
  lastChange: dayOf(tally.last),
  changes: tally.changes,
});

/** The UTC day of a time in seconds: `2026-08-21`. */
export const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
