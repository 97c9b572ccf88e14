import type { BlobStore } from '../core/blob-store.ts';
import { type Commit, LOG_FORMAT, parseLog } from './commit-log.ts';
import type { Repository } from './open-repository.ts';
import { runGit, tryGit } from './run-git.ts';

export interface ReadCommits {
  readonly commits: ReadonlyMap<string, Commit>;
  /** Commits that git had to be asked for; the others were known from an earlier run. */
  readonly fresh: number;
}

/** Raise it when the log's format or git's arguments change. */
const LOG_VERSION = 1;
// The limit of git itself, made explicit: without it a user's setting would change the result.
const RENAME_LIMIT = 1000;

/** Every commit that HEAD reaches. What an earlier run read is taken from the store: commits never change. */
export async function readCommits(
  repository: Repository & { readonly head: string },
  store: BlobStore,
  signal?: AbortSignal,
): Promise<ReadCommits> {
  const name = `log-${LOG_VERSION}${repository.partial ? '-exact' : ''}`;
  const kept = store.read(name);
  // The first line holds the commit up to which the log is complete.
  const keptHead = kept?.subarray(0, kept.indexOf(10)).toString('latin1') ?? null;
  const keptLog = kept?.subarray(kept.indexOf(10) + 1) ?? Buffer.alloc(0);
  const base = keptHead && (await exists(keptHead, repository, signal)) ? keptHead : null;
  const commits = new Map<string, Commit>();
  if (base) for (const commit of parseLog(keptLog)) commits.set(commit.id, commit);
  if (commits.has(repository.head)) return { commits, fresh: 0 };
  const fresh = await runGit(logArguments(repository, base), { cwd: repository.root, signal });
  const read = parseLog(fresh);
  for (const commit of read) commits.set(commit.id, commit);
  store.write(name, Buffer.concat([Buffer.from(`${repository.head}\n`), fresh, ...(base ? [keptLog] : [])]));
  return { commits, fresh: read.length };
}

const logArguments = (repository: Repository, base: string | null): string[] => [
  'log',
  '-z',
  '--name-status',
  repository.partial ? '-M100%' : '-M',
  `-l${RENAME_LIMIT}`,
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-mailmap',
  '--diff-merges=off',
  '--root',
  '--encoding=UTF-8',
  `--format=${LOG_FORMAT}`,
  repository.head!,
  ...(base ? [`^${base}`] : []),
  '--',
];

async function exists(id: string, repository: Repository, signal?: AbortSignal): Promise<boolean> {
  if (!/^[0-9a-f]{40,64}$/.test(id)) return false;
  return (await tryGit(['cat-file', '-e', `${id}^{commit}`], { cwd: repository.root, signal })).exitCode === 0;
}
