import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BlobStore, NO_STORE } from '../core/blob-store.ts';
import { hashOf } from '../core/hash.ts';
import type { Commit } from './commit-log.ts';
import { dayOf, type FoldedHistory, foldHistory } from './fold-history.ts';
import type { FileHistory, History } from './history.ts';
import type { Repository } from './open-repository.ts';
import { orderCommits } from './order-commits.ts';
import { readCommits } from './read-commits.ts';
import { resolveSince, treePaths, windowFrom } from './resolve-since.ts';
import { runGit } from './run-git.ts';
import { whySquashed } from './why-squashed.ts';

export interface HistoryOptions {
  /** A revision, an ISO date, or a duration before HEAD's commit date. */
  readonly since?: string | undefined;
  readonly store?: BlobStore;
  readonly signal?: AbortSignal | undefined;
}

/** Raise it when the numbers would differ for some repository. */
const FOLD_VERSION = 1;

/** The history of the workspace's files, or why there is none. Throws RefactorError `unknown-since`, `git-failed`, `cancelled`. */
export async function readHistory(repository: Repository, options: HistoryOptions = {}): Promise<History> {
  const { head, headTime } = repository;
  if (head === null || headTime === null) return { status: 'absent', reason: 'the repository has no commit yet' };
  if (repository.shallow)
    return { status: 'shallow', reason: 'the clone is shallow: git fetch --unshallow brings the rest' };
  const store = options.store ?? NO_STORE;
  const since = options.since === undefined ? null : await resolveSince(options.since, repository, options.signal);
  const ignored = ignoredRevisions(repository);
  const inputs = [FOLD_VERSION, head, since, repository.prefix, repository.partial, ignored, mailmapText(repository)];
  const name = `history-${hashOf(JSON.stringify(inputs)).slice(0, 32)}`;
  const kept = store.read(name);
  if (kept) return revive(kept);

  const { commits } = await readCommits({ ...repository, head }, store, options.signal);
  const ordered = orderCommits(commits, head);
  const folded = foldHistory(ordered, {
    headTime,
    mailmap: await mapAuthors(repository, ordered, options.signal),
    ignored: new Set(ignored),
    inWindow: windowFrom(since, commits),
  });
  const squashed = whySquashed(ordered, folded.touched, await treePaths(repository, options.signal));
  const history: History = squashed
    ? { status: 'squashed', reason: squashed }
    : {
        status: 'ok',
        head,
        headDate: dayOf(headTime),
        since: options.since ?? null,
        commits: folded.commits,
        files: belowPrefix(folded, repository.prefix),
        leftOut: folded.leftOut,
        notes: repository.partial
          ? ['the clone is partial: renames are followed only where the content stayed the same']
          : [],
      };
  store.write(name, freeze(history));
  return history;
}

function belowPrefix(folded: FoldedHistory, prefix: string): Map<string, FileHistory> {
  const latin1Prefix = Buffer.from(prefix).toString('latin1');
  const files = new Map<string, FileHistory>();
  for (const [path, numbers] of folded.files) {
    if (!path.startsWith(latin1Prefix)) continue;
    const text = Buffer.from(path.slice(latin1Prefix.length), 'latin1').toString('utf8');
    if (!text.includes('\ufffd')) files.set(text, numbers);
  }
  return files;
}

/** Full commit ids of `.git-blame-ignore-revs`, sorted. */
function ignoredRevisions(repository: Repository): string[] {
  const path = join(repository.topLevel, '.git-blame-ignore-revs');
  if (!existsSync(path)) return [];
  const ids = readFileSync(path, 'utf8').match(/^[0-9a-f]{40,64}(?=\s|$)/gm) ?? [];
  return [...ids].sort();
}

function mailmapText(repository: Repository): string {
  const path = join(repository.topLevel, '.mailmap');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Raw author -> the author that git's own mailmap makes of it. */
async function mapAuthors(
  repository: Repository,
  commits: readonly Commit[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const authors = [...new Set(commits.map((commit) => commit.author))];
  if (authors.length === 0 || mailmapText(repository) === '') return new Map();
  const input = Buffer.from(`${authors.join('\n')}\n`, 'latin1');
  const mapped = await runGit(['check-mailmap', '--stdin'], { cwd: repository.topLevel, input, signal });
  const lines = mapped.toString('latin1').split('\n');
  return new Map(authors.map((author, i) => [author, lines[i]!]));
}

const freeze = (history: History): Buffer =>
  Buffer.from(JSON.stringify(history.status === 'ok' ? { ...history, files: [...history.files] } : history));

function revive(bytes: Buffer): History {
  const value = JSON.parse(bytes.toString('utf8'));
  return value.status === 'ok' ? { ...value, files: new Map(value.files) } : value;
}
