import { type BlobStore, NO_STORE } from '../core/blob-store.ts';
import { hashOf } from '../core/hash.ts';
import { belowPrefix } from './below-prefix.ts';
import type { Commit } from './commit-log.ts';
import { dayOf, foldHistory } from './fold-history.ts';
import { type History, type HistorySource, historyAtHand } from './history.ts';
import { historyInputs } from './history-inputs.ts';
import type { Repository } from './open-repository.ts';
import { orderCommits } from './order-commits.ts';
import { readCommits } from './read-commits.ts';
import { carryToWorkTree, readLineHistory } from './read-line-history.ts';
import { requireTime, resolveSince, treePaths, windowFrom } from './resolve-since.ts';
import { runGit } from './run-git.ts';
import { whySquashed } from './why-squashed.ts';

export interface HistoryOptions {
  /** A revision, an ISO date, or a duration before HEAD's commit date. */
  readonly since?: string | undefined;
  /** Names such as `*.rs` of the files whose lines are followed too; none where it is not asked for. */
  readonly linesOf?: readonly string[] | undefined;
  readonly store?: BlobStore;
  readonly signal?: AbortSignal | undefined;
}

/** The history of the workspace's files, or why there is none. Throws RefactorError `unknown-since`, `git-failed`, `cancelled`. */
export async function readHistory(repository: Repository, options: HistoryOptions = {}): Promise<HistorySource> {
  const { head, headTime } = repository;
  if ((head === null || headTime === null) && options.since !== undefined) requireTime(options.since);
  if (head === null || headTime === null)
    return historyAtHand({ status: 'absent', reason: 'the repository has no commit yet' });
  const since = options.since === undefined ? null : await resolveSince(options.since, repository, options.signal);
  if (repository.shallow)
    return historyAtHand({ status: 'shallow', reason: 'the clone is shallow: git fetch --unshallow brings the rest' });
  const store = options.store ?? NO_STORE;
  const inputs = historyInputs(repository);
  const { linesOf = [] } = options;
  const name = `history-${hashOf(JSON.stringify([inputs, since, linesOf])).slice(0, 32)}`;
  // Lines are led to where the work tree has them now, which no mark covers.
  const mark = linesOf.length === 0 ? `${name} ${options.since ?? ''}` : null;
  const kept = store.read(name);
  if (kept && mark !== null) return revivedLate(kept, mark);
  if (kept) return historyAtHand(await withWorkTree(revive(kept), repository, options));

  const { commits } = await readCommits({ ...repository, head }, store, options.signal);
  const ordered = orderCommits(commits, head);
  const mailmap = await mapAuthors(repository, inputs.mailmap, ordered, options.signal);
  const inWindow = windowFrom(since, commits);
  const folded = foldHistory(ordered, { headTime, mailmap, ignored: new Set(inputs.ignored), inWindow });
  const squashed = whySquashed(ordered, folded.touched, await treePaths(repository, options.signal));
  const history: History = squashed
    ? { status: 'squashed', reason: squashed }
    : {
        status: 'ok',
        head,
        headDate: dayOf(headTime),
        since: options.since ?? null,
        commits: folded.log.length,
        files: belowPrefix(folded.files, repository.prefix),
        log: folded.log,
        lines: await readLineHistory({
          repository,
          ordered,
          folded,
          since,
          inWindow,
          authorOf: ({ author }) => mailmap.get(author) ?? author,
          patterns: linesOf,
          store,
          signal: options.signal,
        }),
        leftOut: folded.leftOut,
        notes: repository.partial
          ? ['the clone is partial: renames are followed only where the content stayed the same']
          : [],
      };
  store.write(name, freeze(history));
  return historyAtHand(await withWorkTree(history, repository, options), mark);
}

/** Line histories are kept as of HEAD; what the work tree has changed since moves them to where they stand now. */
async function withWorkTree(history: History, repository: Repository, options: HistoryOptions): Promise<History> {
  if (history.status !== 'ok' || history.lines.status !== 'ok' || !options.linesOf) return history;
  return { ...history, lines: await carryToWorkTree(history.lines, repository, options.linesOf, options.signal) };
}

/** Raw author -> the author that git's own mailmap makes of it. */
async function mapAuthors(
  repository: Repository,
  mailmapText: string,
  commits: readonly Commit[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const authors = [...new Set(commits.map((commit) => commit.author))];
  if (authors.length === 0 || mailmapText === '') return new Map();
  const input = Buffer.from(`${authors.join('\n')}\n`, 'latin1');
  const mapped = await runGit(['check-mailmap', '--stdin'], { cwd: repository.topLevel, input, signal });
  const lines = mapped.toString('latin1').split('\n');
  return new Map(authors.map((author, i) => [author, lines[i]!]));
}

const freeze = (history: History): Buffer => {
  if (history.status !== 'ok') return Buffer.from(JSON.stringify(history));
  const lines = history.lines.status === 'ok' ? { ...history.lines, files: [...history.lines.files] } : history.lines;
  return Buffer.from(JSON.stringify({ ...history, files: [...history.files], lines }));
};

function revivedLate(bytes: Buffer, mark: string): HistorySource {
  let revived: History | null = null;
  return {
    mark,
    read: () => {
      revived ??= revive(bytes);
      return revived;
    },
  };
}

function revive(bytes: Buffer): History {
  const value = JSON.parse(bytes.toString('utf8'));
  if (value.status !== 'ok') return value;
  const lines = value.lines.status === 'ok' ? { ...value.lines, files: new Map(value.lines.files) } : value.lines;
  return { ...value, files: new Map(value.files), lines };
}
