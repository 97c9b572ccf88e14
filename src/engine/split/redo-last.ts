import { by } from '../../core/compare.ts';
import { commitFiles } from '../../git/commit-files.ts';
import { openRepository, type Repository } from '../../git/open-repository.ts';
import { runGit } from '../../git/run-git.ts';
import { unfinishedOperation } from '../../git/unfinished-operation.ts';
import type { FileState, Journal } from '../apply/journal.ts';
import { findRedo, type RedoOptions, redoApply } from '../apply/redo-apply.ts';
import { requireRepository } from './commit-split.ts';
import { commitOf, RECEIPT_TRAILER } from './revert-commit.ts';

/**
 * Where a redo is to be committed too; to be asked before anything is written. Null where the apply was not committed on this branch, inside
 * of a merge, and where HEAD does not hold the bytes from before it. Throws RefactorError `cannot-commit` where git has no author.
 */
async function redoTarget(root: string, { id, operations }: Journal, signal: AbortSignal): Promise<Repository | null> {
  const { repository } = await openRepository(root, signal);
  if (!repository?.head || (await commitOf(repository, id, signal)) === null) return null;
  if ((await unfinishedOperation(repository, signal)) !== null) return null;
  await requireRepository(root, signal);
  const paths = operations.map(({ path }) => `:(literal,top)${repository.prefix}${path}`);
  const status = await runGit(['status', '--porcelain', '-z', '--untracked-files=all', '--', ...paths], {
    cwd: root,
    signal,
  });
  return status.length === 0 ? repository : null;
}

/** One commit that brings back what a redo wrote; history is never rewritten. Gives its id. */
const commitRedo = (
  repository: Repository,
  { id, operations, receipt }: Journal,
  signal: AbortSignal,
): Promise<string> =>
  commitFiles({
    repository,
    parent: repository.head!,
    files: [...operations].sort(by(({ path }) => path)).map(({ path, after }) => ({ path, ...committed(after) })),
    message: `Redo ${receipt.command[1] === 'run' ? 'run' : 'split'} ${id}\n\nBrings back the bytes that its undo took.\n\n${RECEIPT_TRAILER}: ${id}\n`,
    signal,
  });

const committed = (after: FileState | null): { readonly content: Buffer | null; readonly mode: number } =>
  after === null ? { content: null, mode: 0o644 } : { content: after.bytes, mode: after.mode };

export interface Redone {
  readonly id: string;
  readonly paths: readonly string[];
  /** ISO time of the proof that the receipt tells of: it is not made anew. */
  readonly appliedAt: string;
  readonly commit: string | null;
}

/**
 * Brings the apply back that was undone last, and commits it where it had been committed. Throws RefactorError `nothing-to-redo`,
 * `changed-since`, `unfinished-apply`, `cannot-commit` before anything is written.
 */
export async function redoLast(options: RedoOptions, signal: AbortSignal): Promise<Redone> {
  const journal = await findRedo(options);
  const repository = await redoTarget(options.lock.state.root, journal, signal);
  await redoApply(options, journal);
  const commit = repository && (await commitRedo(repository, journal, signal));
  const { id, operations, receipt } = journal;
  return { id, paths: operations.map(({ path }) => path), appliedAt: receipt.appliedAt, commit };
}
