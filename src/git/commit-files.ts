import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RefactorError } from '../core/errors.ts';
import type { Repository } from './open-repository.ts';
import { runGit, tryGit } from './run-git.ts';

/** What one path holds in a commit; `content` null removes it. Paths are relative to the workspace. */
export interface CommittedFile {
  readonly path: string;
  readonly content: Uint8Array | null;
  /** Permission bits; git keeps only the executable one. */
  readonly mode: number;
}

export interface CommitRequest {
  readonly repository: Repository;
  /** The commit that HEAD must still be. */
  readonly parent: string;
  readonly files: readonly CommittedFile[];
  readonly message: string;
  readonly signal?: AbortSignal;
}

/** Adds one commit: see `commitSeries`. @returns its id */
export async function commitFiles({ files, message, ...where }: CommitRequest): Promise<string> {
  const [commit] = await commitSeries({ ...where, commits: [{ files, message }] });
  return commit!;
}

export interface SeriesRequest extends Pick<CommitRequest, 'repository' | 'parent' | 'signal'> {
  readonly commits: readonly Pick<CommitRequest, 'files' | 'message'>[];
}

/**
 * Adds commits on HEAD's branch that change just these files, all of them or none, and makes the index agree with the last one for them; the
 * work tree and what else is staged stay. Built from objects: no hook runs and nothing is signed, because a hook would judge a commit that
 * is half of a pair.
 * @returns the new commits' ids, oldest first
 * @throws RefactorError `git-head-moved` when HEAD is no longer `parent`
 */
export async function commitSeries({ repository, parent, commits, signal }: SeriesRequest): Promise<string[]> {
  const options = { cwd: repository.topLevel, signal };
  const made: string[] = [];
  let lines = '';
  for (const { files, message } of commits) {
    const below = made.at(-1) ?? parent;
    const entries = await indexLines(repository, files, signal);
    const tree = await treeWith(repository, below, entries, signal);
    const args = ['commit-tree', '--no-gpg-sign', '-p', below, '-F', '-', tree];
    made.push(text(await runGit(args, { ...options, input: message })));
    lines += entries;
  }
  const subject = commits.at(-1)!.message.split('\n', 1)[0]!;
  const moved = await tryGit(['update-ref', '-m', `commit: ${subject}`, 'HEAD', made.at(-1)!, parent], options);
  if (moved.exitCode !== 0) throw headMoved(parent);
  await runGit(['update-index', '-z', '--index-info'], { ...options, input: lines });
  return made;
}

/** `update-index --index-info` input: mode, object and path of each file; mode 0 removes. */
async function indexLines(
  repository: Repository,
  files: readonly CommittedFile[],
  signal?: AbortSignal,
): Promise<string> {
  const lines: string[] = [];
  for (const { path, content, mode } of files) {
    const full = repository.prefix + path;
    if (content === null) lines.push(`0 ${'0'.repeat(40)}\t${full}\0`);
    else
      lines.push(
        `${mode & 0o100 ? '100755' : '100644'} ${await storeObject(repository, full, content, signal)}\t${full}\0`,
      );
  }
  return lines.join('');
}

/** Line endings are converted as `git add` would; content filters, which are programs, are switched off. */
async function storeObject(
  repository: Repository,
  path: string,
  content: Uint8Array,
  signal?: AbortSignal,
): Promise<string> {
  const args = ['hash-object', '-w', '--stdin', `--path=${path}`];
  const options = { cwd: repository.topLevel, signal, settings: repository.withoutFilters, input: content };
  return text(await runGit(args, options));
}

/** The tree of a commit with index lines laid over it, through an index of its own. */
async function treeWith(repository: Repository, parent: string, lines: string, signal?: AbortSignal): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'omni-refactor-index-'));
  const options = { cwd: repository.topLevel, signal, env: { GIT_INDEX_FILE: join(folder, 'index') } };
  try {
    await runGit(['read-tree', parent], options);
    await runGit(['update-index', '-z', '--index-info'], { ...options, input: lines });
    return text(await runGit(['write-tree'], options));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const text = (bytes: Buffer): string => bytes.toString('utf8').trim();

const headMoved = (parent: string): RefactorError =>
  new RefactorError({
    code: 'git-head-moved',
    what: 'The commit was not made',
    why: `HEAD is no longer ${parent.slice(0, 10)}: something else committed meanwhile`,
    whatToDo: 'The files are written; commit them by hand, or undo and run the split again.',
  });
