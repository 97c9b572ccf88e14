import { throwIfCancelled } from '../../core/cancelled.ts';
import type { ChangeSet } from '../../core/change-set.ts';
import { isRefactorError, RefactorError } from '../../core/errors.ts';
import { hashOf } from '../../core/hash.ts';
import { parentsOf } from '../../core/path-problem.ts';
import type { OnProgress } from '../../core/progress.ts';
import { type FileMark, RECEIPT_VERSION, type Receipt, type ReceiptDraft } from '../../core/receipt.ts';
import { type Disk, nodeDisk } from '../state/disk.ts';
import { diskError } from '../state/disk-error.ts';
import type { Lock } from '../state/with-lock.ts';
import { isState, placeOf, readState } from './file-places.ts';
import {
  type CommitPlan,
  closeJournal,
  dropJournal,
  type FileState,
  type Journal,
  type Operation,
  openJournal,
} from './journal.ts';
import { lastApplied, nextId } from './list-history.ts';
import { markPending } from './pending-commit.ts';
import { pruneJournals } from './prune-journals.ts';
import { renderBytes } from './render-bytes.ts';
import { switchTree } from './switch-tree.ts';
import { writeReceipt } from './write-receipt.ts';

export interface ApplyOptions {
  readonly lock: Lock;
  /** Applied as one: all or nothing, one journal, one undo. Each is based on what the ones before it leave. */
  readonly changeSets: readonly ChangeSet[];
  readonly receipt: ReceiptDraft;
  /** Commits are to follow: kept with the journal, so that they can be made after a crash. */
  readonly commit?: Pick<CommitPlan, 'subject' | 'parent'> | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  readonly disk?: Disk;
}

/**
 * Writes change sets into the tree, once, and keeps journal and receipt; null if they change nothing. After an error the tree is as it was.
 * A crash at any moment leaves each file with its old or its new bytes, and an open journal (see `findUnfinished`).
 * Throws RefactorError `base-changed`, `path-exists`, `unfinished-apply`, `disk-full`, `not-writable`, `cancelled` …
 */
export async function applyChangeSets(options: ApplyOptions): Promise<Receipt | null> {
  const journal = await beginApply(options);
  if (journal === null) return null;
  await closeApplied(options, journal);
  return journal.receipt;
}

/** Writes the change sets and leaves the journal open: to be ended by `closeApplied`, or by `rollBack`. */
export async function beginApply(options: ApplyOptions): Promise<Journal | null> {
  const { lock, signal, onProgress, disk = nodeDisk } = options;
  throwIfCancelled(signal);
  let journal: Journal;
  try {
    journal = await planJournal(options, disk);
    if (journal.operations.length === 0) return null;
    await pruneJournals(lock.state, disk);
    await openJournal(lock.state, journal, disk);
  } catch (error) {
    throw diskError(error, 'Nothing was written');
  }
  try {
    await switchTree({ journal, to: 'after', disk, onProgress, signal });
  } catch (error) {
    await rollBack(options, journal, error);
    throw diskError(error, 'The change was not written; the tree is unchanged');
  }
  return journal;
}

export async function closeApplied({ lock, disk = nodeDisk }: ApplyOptions, journal: Journal): Promise<void> {
  if (journal.commit) await markPending(lock.state, journal.id, disk);
  await closeJournal(lock.state, journal.id, 'applied', disk);
  await writeReceipt(lock.state, journal.receipt, disk);
}

/** Puts the tree back and forgets the journal. Throws `rollback-failed`, with the journal still open, if even that cannot be done. */
export async function rollBack(
  { lock, onProgress, disk = nodeDisk }: ApplyOptions,
  journal: Journal,
  cause: unknown,
): Promise<void> {
  try {
    await switchTree({ journal, to: 'before', disk, onProgress, signal: null });
    await dropJournal(lock.state, disk);
  } catch (error) {
    throw rollbackFailed(cause, error);
  }
}

async function planJournal({ lock, changeSets, receipt, commit }: ApplyOptions, disk: Disk): Promise<Journal> {
  const { root } = lock.state;
  const seen = new Map<string, FileState | null>();
  const readOnce = async (path: string): Promise<FileState | null> => {
    const file = await readState(root, path, disk);
    seen.set(path, file);
    return file;
  };
  const changed = await renderBytes(changeSets, readOnce);
  const operations: Operation[] = [];
  for (const [path, after] of changed) {
    const before = seen.has(path) ? seen.get(path)! : await readOnce(path);
    if (before?.mode !== after?.mode || !isState(before, after)) operations.push({ path, before, after });
  }
  // New files first: a program that reads the tree in between finds what the facade is about to name.
  operations.sort((a, b) => rank(a) - rank(b));
  const files = operations.map(({ path, before, after }) => ({ path, before: markOf(before), after: markOf(after) }));
  const id = await nextId(lock.state, hashOf(JSON.stringify(files)), disk);
  return {
    id,
    root,
    operations,
    folders: await missingFolders(root, operations, disk),
    receipt: { ...receipt, schemaVersion: RECEIPT_VERSION, id, files },
    follows: await lastApplied(lock.state, disk),
    ...(commit ? { commit: { ...commit, changeSets } } : {}),
  };
}

const rank = ({ before, after }: Operation): number => (before === null ? 0 : after === null ? 2 : 1);

const markOf = (file: FileState | null): FileMark => file && { hash: hashOf(file.bytes), mode: file.mode };

async function missingFolders(root: string, operations: readonly Operation[], disk: Disk): Promise<string[]> {
  const missing = new Set<string>();
  for (const { path, after } of operations)
    if (after !== null)
      for (const parent of parentsOf(path)) if ((await disk.look(placeOf(root, parent))) === null) missing.add(parent);
  return [...missing].sort();
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const rollbackFailed = (cause: unknown, error: unknown): RefactorError =>
  new RefactorError({
    code: 'rollback-failed',
    what: 'The change was only partly written, and could not be undone',
    why: `${reason(cause)}; then ${isRefactorError(error) ? error.problem.why : reason(error)}`,
    whatToDo: 'Fix the cause, then run `omni-refactor undo` or `omni-refactor apply --resume`.',
  });
