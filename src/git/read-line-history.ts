import type { BlobStore } from '../core/blob-store.ts';
import { byText } from '../core/compare.ts';
import { belowPrefix } from './below-prefix.ts';
import { carryRange } from './carry-lines.ts';
import type { Commit } from './commit-log.ts';
import { dayOf, type FoldedHistory } from './fold-history.ts';
import { type FoldedFile, foldLines } from './fold-lines.ts';
import type { FileLines, LineHistory } from './history.ts';
import type { Repository } from './open-repository.ts';
import { readLineChanges, readWorkTreeChanges } from './read-line-changes.ts';
import { resolveSince, type Since } from './resolve-since.ts';

/** How far back lines are followed when nobody says. */
const PERIOD = '12m';

interface LineOptions {
  readonly repository: Repository;
  readonly ordered: readonly Commit[];
  readonly folded: FoldedHistory;
  readonly since: Since | null;
  readonly inWindow: (commit: Commit) => boolean;
  readonly authorOf: (commit: Commit) => string;
  readonly patterns: readonly string[];
  readonly store: BlobStore;
  readonly signal: AbortSignal | undefined;
}

/** Lines as of HEAD. The commits that count, and what they count for, are those of the files' history. */
export async function readLineHistory(options: LineOptions): Promise<LineHistory> {
  const { repository, ordered, folded, patterns, signal } = options;
  if (patterns.length === 0) return { status: 'not-read', reason: 'the history of lines was not asked for' };
  if (repository.partial) return { status: 'partial', reason: 'the clone is partial: older contents are not all here' };
  const inPeriod = await periodOf(options);
  const commits = ordered.filter(inPeriod);
  const ids = commits.map(({ id }) => id);
  const changes = await readLineChanges(repository, ids, patterns, options.store, signal);
  const files = foldLines(commits, {
    numberOf: (id) => folded.numberOf.get(id),
    authorOf: options.authorOf,
    changesOf: (id) => changes.get(id) ?? [],
  });
  const oldest = commits.reduce((first, { time }) => Math.min(first, time), repository.headTime ?? 0);
  const sorted = [...files].sort(([a], [b]) => byText(a, b)).map(([path, file]) => [path, linesOf(file)] as const);
  return { status: 'ok', since: dayOf(oldest), files: belowPrefix(new Map(sorted), repository.prefix) };
}

async function periodOf({ repository, since, inWindow, signal }: LineOptions): Promise<(commit: Commit) => boolean> {
  if (since !== null) return inWindow;
  const begin = await resolveSince(PERIOD, repository, signal);
  return (commit) => begin.kind === 'time' && commit.time >= begin.seconds;
}

const linesOf = ({ touches, added }: FoldedFile): FileLines => ({
  touches,
  added: [...added].sort(([a, m], [b, n]) => n - m || byText(a, b)),
});

/** Moves what is known as of HEAD to where it stands in the work tree. */
export async function carryToWorkTree(
  lines: LineHistory & { readonly status: 'ok' },
  repository: Repository,
  patterns: readonly string[],
  signal?: AbortSignal,
): Promise<LineHistory> {
  const changes = await readWorkTreeChanges(repository, patterns, signal);
  if (changes.length === 0) return lines;
  const byPath = new Map(changes.map((change) => [change.sides[0]!.from ?? change.path, change]));
  const below = belowPrefix(byPath, repository.prefix);
  const files = new Map(lines.files);
  for (const [path, { path: now, sides }] of below) {
    const file = lines.files.get(path);
    if (!file) continue;
    const touches = file.touches.map(([commit, ranges]) => [commit, carryAll(sides[0]!.hunks, ranges)] as const);
    const [name] = belowPrefix(new Map([[now, null]]), repository.prefix).keys();
    files.delete(path);
    if (name !== undefined) files.set(name, { ...file, touches });
  }
  return { ...lines, files };
}

const carryAll = (hunks: readonly number[], ranges: readonly number[]): number[] => {
  const carried: number[] = [];
  for (let i = 0; i < ranges.length; i += 2) carried.push(...carryRange(hunks, [ranges[i]!, ranges[i + 1]!]));
  return carried;
};
