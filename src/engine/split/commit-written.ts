import type { ChangeSet } from '../../core/change-set.ts';
import { RefactorError } from '../../core/errors.ts';
import { blobIdOf } from '../../core/hash.ts';
import type { Receipt } from '../../core/receipt.ts';
import type { Repository } from '../../git/open-repository.ts';
import { runGit } from '../../git/run-git.ts';
import { type CommitSubject, endedPath, type Journal, readJournal } from '../apply/journal.ts';
import { clearPending } from '../apply/pending-commit.ts';
import { nodeDisk } from '../state/disk.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { commitSplit, requireRepository } from './commit-split.ts';
import { viewBefore } from './finish-commit.ts';
import { commitOf } from './revert-commit.ts';

export interface WrittenSplit {
  /** Of the receipt. */
  readonly id: string;
  readonly subject: CommitSubject;
  /** As they were written, in their order. */
  readonly changeSets: readonly ChangeSet[];
}

/**
 * Makes the commits of an apply that was written without `--commit`: the ones that `--commit` would have made, of the bytes that were
 * proven. HEAD must hold its files as they were before it. Edits that were made since stay in the tree, uncommitted.
 * @param messageOf the whole message, from its subject and the receipt
 * @returns the ids, oldest first
 * @throws RefactorError `cannot-commit`
 */
export async function commitWritten(
  state: StateFolder,
  { id, subject, changeSets }: WrittenSplit,
  messageOf: (subject: CommitSubject, receipt: Receipt) => string,
  signal: AbortSignal,
): Promise<string[]> {
  const journal = await readJournal(endedPath(state, id, 'applied'), nodeDisk);
  if (journal === null) throw cannotCommit(`${id} is not applied any more`, 'Make the change again, or redo it.');
  const repository = await requireRepository(state.root, signal);
  const stands = await commitOf(repository, id, signal);
  if (stands !== null) throw cannotCommit(`it is committed already, as ${stands.slice(0, 12)}`, 'See `git log`.');
  const differing = await differingFromHead(repository, journal, signal);
  if (differing.length > 0)
    throw cannotCommit(
      `HEAD does not hold ${differing.join(', ')} as it was before the change`,
      'Commit the written files by hand.',
    );
  const message = messageOf(subject, journal.receipt);
  const commits = await commitSplit(repository, viewBefore(journal), changeSets, message, signal);
  await clearPending(state, id);
  return commits;
}

/** Paths whose bytes in HEAD are not those from before the apply. */
async function differingFromHead(
  repository: Repository,
  { operations }: Journal,
  signal: AbortSignal,
): Promise<string[]> {
  const { prefix, root } = repository;
  const paths = operations.map(({ path }) => `:(literal,top)${prefix}${path}`);
  const tree = await runGit(['ls-tree', '-z', '--full-tree', '--full-name', 'HEAD', '--', ...paths], {
    cwd: root,
    signal,
  });
  const inHead = new Map(
    tree
      .toString('utf8')
      .split('\0')
      .flatMap((row) => {
        const [, blob, path] = /^\d+ blob (\w+)\t([\s\S]*)$/.exec(row) ?? [];
        return blob === undefined || path === undefined ? [] : [[path, blob] as const];
      }),
  );
  return operations
    .filter(({ path, before }) => {
      const blob = inHead.get(`${prefix}${path}`);
      return before === null ? blob !== undefined : blob === undefined || blob !== blobIdOf(before.bytes, blob.length);
    })
    .map(({ path }) => path);
}

const cannotCommit = (why: string, whatToDo: string): RefactorError =>
  new RefactorError({ code: 'cannot-commit', what: 'The change cannot be committed', why, whatToDo });
