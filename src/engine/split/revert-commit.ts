import { by } from '../../core/compare.ts';
import type { Receipt } from '../../core/receipt.ts';
import { commitFiles } from '../../git/commit-files.ts';
import { openRepository, type Repository } from '../../git/open-repository.ts';
import { runGit, tryGit } from '../../git/run-git.ts';
import { unfinishedOperation } from '../../git/unfinished-operation.ts';

/** The line of a commit message that names the receipt of the split that it holds. */
export const RECEIPT_TRAILER = 'Omni-Refactor-Receipt';

/** The commit of HEAD's history that holds the split with this receipt, or null. */
export async function commitOf({ root }: Repository, id: string, signal: AbortSignal): Promise<string | null> {
  const args = ['log', '-1', '--format=%H', '-F', `--grep=${RECEIPT_TRAILER}: ${id}`, 'HEAD'];
  return (await runGit(args, { cwd: root, signal })).toString('utf8').trim() || null;
}

/**
 * After an undo of a committed split: adds one commit that brings the old bytes back. History is never rewritten.
 * @param read the bytes that a path holds now, null if it is gone
 * @returns the new commit, or null when the split was not committed on this branch
 */
export async function revertCommit(
  root: string,
  receipt: Receipt,
  read: (path: string) => Buffer | null,
  signal: AbortSignal,
): Promise<string | null> {
  const { repository } = await openRepository(root, signal);
  if (!repository?.head) return null;
  const options = { cwd: root, signal };
  const commit = await commitOf(repository, receipt.id, signal);
  // Inside of a merge the bytes are back, and whoever ends it decides what is committed.
  if (commit === null || (await unfinishedOperation(repository, signal)) !== null) return null;
  // Only what stands in HEAD as the split left it is taken back by a commit; later commits on these files made the undo refuse before.
  const changed = await tryGit(
    [
      'diff',
      '--quiet',
      commit,
      'HEAD',
      '--',
      ...receipt.files.map(({ path }) => `:(literal,top)${repository.prefix}${path}`),
    ],
    options,
  );
  if (changed.exitCode !== 0) return null;
  const files = [...receipt.files]
    .sort(by(({ path }) => path))
    .map(({ path, before }) => ({ path, content: before === null ? null : read(path), mode: before?.mode ?? 0o644 }));
  return commitFiles({
    repository,
    parent: repository.head,
    files,
    message: `Undo ${receipt.command[1] === 'run' ? 'run' : 'split'} ${receipt.id}\n\nRestores the bytes from before ${commit.slice(0, 12)}.\n`,
    signal,
  });
}
