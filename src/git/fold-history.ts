import { by } from '../core/compare.ts';
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

/** What is added up for a file that has this name today. */
interface Tally {
  readonly name: string;
  /** By all commits, and the last of these. */
  times: number;
  readonly only: string;
  /** By those that count. */
  readonly changes: number[];
  decayed: number;
  last: number;
  readonly authors: Set<Author>;
}

/** One for each author, so that no name is compared twice. */
interface Author {
  readonly name: string;
  readonly bot: boolean;
}

/**
 * Walks commits from HEAD back and adds each change to the name that the file has today.
 * @param commits children before parents
 */
export function foldHistory(commits: readonly Commit[], options: FoldOptions): FoldedHistory {
  // Path at the commit that the walk has come to -> the file of today: one look-up for each change.
  const byPath = new Map<string, Tally>();
  const tallies: Tally[] = [];
  const leftOut = { sweeping: 0, bots: 0, ignored: 0, merges: 0 };
  const log: LoggedCommit[] = [];
  const numberOf = new Map<string, number>();
  const authorOf = authorsBy(options.mailmap);

  const tallyOf = (path: string, id: string): Tally => {
    const known = byPath.get(path);
    if (known) return known;
    const tally = { name: path, times: 0, only: id, changes: [], decayed: 0, last: 0, authors: new Set<Author>() };
    byPath.set(path, tally);
    tallies.push(tally);
    return tally;
  };

  for (const commit of commits) {
    const author = authorOf(commit.author);
    const reason = whyLeftOut(commit, author, options.ignored);
    const counts = options.inWindow(commit);
    if (counts && reason) leftOut[reason] += 1;
    // Commit dates can lie behind HEAD's; such a change is as fresh as can be.
    const weight = 2 ** (-Math.max(0, options.headTime - commit.time) / DAY / HALF_LIFE_DAYS);
    const number = counts && !reason ? log.length : -1;
    if (number !== -1) {
      numberOf.set(commit.id, number);
      log.push({ time: commit.time, author: author.name, weight, size: commit.changes.length });
    }
    // All names of a commit are read before its renames count: `a -> b` and `b -> c` can stand in one commit.
    const touched = commit.changes.map(({ path }) => tallyOf(path, commit.id));
    commit.changes.forEach(({ from }, i) => {
      if (from !== null) byPath.set(from, touched[i]!);
    });
    for (const tally of touched) {
      tally.times += 1;
      if (number !== -1) addTo(tally, number, weight, commit.time, author);
    }
  }
  const files = tallies
    .filter(({ changes }) => changes.length > 0)
    .sort(by(({ name }) => name))
    .map((tally) => [tally.name, numbersOf(tally)] as const);
  const touched = new Map(tallies.map(({ name, times, only }) => [name, { times, only }]));
  return { files: new Map(files), log, numberOf, leftOut, touched };
}

function authorsBy(mailmap: ReadonlyMap<string, string>): (written: string) => Author {
  const authors = new Map<string, Author>();
  const named = new Map<string, Author>();
  return (written) => {
    const known = authors.get(written);
    if (known) return known;
    const name = mailmap.get(written) ?? written;
    const author = named.get(name) ?? { name, bot: isBot(name) };
    named.set(name, author);
    authors.set(written, author);
    return author;
  };
}

function whyLeftOut(commit: Commit, author: Author, ignored: ReadonlySet<string>): keyof LeftOut | null {
  if (commit.parents.length > 1) return 'merges';
  if (ignored.has(commit.id)) return 'ignored';
  if (author.bot) return 'bots';
  return commit.changes.length > SWEEPING_FILES ? 'sweeping' : null;
}

function addTo(tally: Tally, number: number, weight: number, time: number, author: Author): void {
  tally.changes.push(number);
  tally.decayed += weight;
  tally.last = Math.max(tally.last, time);
  tally.authors.add(author);
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
