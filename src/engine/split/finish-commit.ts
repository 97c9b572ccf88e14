import { DEFAULT_CONFIG } from '../../config/default-config.ts';
import type { Receipt } from '../../core/receipt.ts';
import type { Repository } from '../../git/open-repository.ts';
import { createView, textEntry } from '../../workspace/create-view.ts';
import type { View } from '../../workspace/view.ts';
import { type CommitSubject, endedPath, type Journal, readJournal } from '../apply/journal.ts';
import { clearPending, findPending } from '../apply/pending-commit.ts';
import { nodeDisk } from '../state/disk.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { commitSplit, requireRepository } from './commit-split.ts';
import { commitOf } from './revert-commit.ts';

export interface FinishedCommit {
  readonly id: string;
  /** The commits that were made now; none where they stood already. */
  readonly commits: readonly string[];
}

/**
 * Makes the commits of an apply that was written and not committed: the run was killed in between. Null where there is none.
 * Throws RefactorError `cannot-commit`, or `git-head-moved` where HEAD is no longer what the split was made on.
 * @param messageOf the whole message, from its subject and the receipt
 */
export async function finishCommit(
  state: StateFolder,
  messageOf: (subject: CommitSubject, receipt: Receipt) => string,
  signal: AbortSignal,
): Promise<FinishedCommit | null> {
  const id = await findPending(state);
  const journal = id === null ? null : await readJournal(endedPath(state, id, 'applied'), nodeDisk);
  if (id === null || !journal?.commit) return null;
  const repository = await requireRepository(state.root, signal);
  const stands = await commitOf(repository, id, signal);
  try {
    return { id, commits: stands === null ? await commitJournal(repository, journal, messageOf, signal) : [] };
  } finally {
    // Where HEAD has moved on, no later run can make them either: it has been reported, once.
    await clearPending(state, id);
  }
}

function commitJournal(
  repository: Repository,
  journal: Journal,
  messageOf: (subject: CommitSubject, receipt: Receipt) => string,
  signal: AbortSignal,
): Promise<string[]> {
  const { subject, parent, changeSets } = journal.commit!;
  const message = messageOf(subject, journal.receipt);
  return commitSplit({ ...repository, head: parent }, viewBefore(journal), changeSets, message, signal);
}

/** The files that the apply changed, as they were: nothing else is asked of it. */
export function viewBefore({ operations }: Journal): View {
  const texts = new Map(
    operations.flatMap(({ path, before }) => (before ? [[path, before.bytes.toString('utf8')] as const] : [])),
  );
  return createView({
    files: operations.flatMap(({ path, before }) => (before ? [textEntry(path, texts.get(path)!, before.mode)] : [])),
    read: ({ path }) => texts.get(path)!,
    known: () => null,
    readManifests: () => ({ crates: [], distributions: [], packages: [], problems: [] }),
    history: { status: 'not-read', reason: 'only bytes are asked for' },
    config: DEFAULT_CONFIG,
    today: '',
  });
}
