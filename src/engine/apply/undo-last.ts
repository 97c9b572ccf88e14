import { join } from 'node:path';
import { RefactorError } from '../../core/errors.ts';
import type { OnProgress } from '../../core/progress.ts';
import { type Disk, nodeDisk, removeIfThere } from '../state/disk.ts';
import { diskError } from '../state/disk-error.ts';
import type { StateFolder } from '../state/state-folder.ts';
import type { Lock } from '../state/with-lock.ts';
import {
  closeJournal,
  endedPath,
  type FileState,
  type Journal,
  type Operation,
  readJournal,
  reopenJournal,
} from './journal.ts';
import { findUnfinished, lastApplied } from './list-history.ts';
import { clearPending, markPending } from './pending-commit.ts';
import { reversePatch } from './reverse-patch.ts';
import { sameButFormatting } from './same-but-formatting.ts';
import { survey, switchTree } from './switch-tree.ts';
import { writeReceipt } from './write-receipt.ts';

export interface UndoOptions {
  readonly lock: Lock;
  readonly onProgress: OnProgress;
  /** Also undoes files that were only reformatted since. */
  readonly discardFormatting?: boolean;
  readonly disk?: Disk;
}

export interface Undone {
  readonly id: string;
  /** Every path that the apply had changed; all hold their old bytes and modes now, or are gone. */
  readonly paths: readonly string[];
}

/**
 * Undoes the unfinished apply, else the last one, byte for byte; folders that it made are removed if empty. Modification times are
 * never set back: build tools would take newer artefacts for fresh. Throws `nothing-to-undo`, or `undo-refused` after writing the
 * reverse patch to a file if something else changed these files since.
 */
export async function undoLast(options: UndoOptions): Promise<Undone> {
  const { lock, onProgress, disk = nodeDisk } = options;
  const { state } = lock;
  const open = await findUnfinished(state, disk);
  const id = open?.id ?? (await lastApplied(state, disk));
  const journal = open ?? (id === null ? null : await readJournal(endedPath(state, id, 'applied'), disk));
  if (journal === null) throw nothingTo('undo', 'no change of this workspace is left to undo');
  const tolerate = options.discardFormatting === true ? reformatted : () => false;
  const { conflicts } = await survey({ journal, to: 'before', disk, tolerate });
  if (conflicts.length > 0) throw await undoRefused(state, journal, conflicts, open !== null, disk);
  try {
    if (open === null) await reopenJournal(state, journal.id, 'applied', disk);
    await switchTree({ journal, to: 'before', disk, onProgress, signal: null, tolerate });
    await closeJournal(state, journal.id, 'undone', disk);
    await clearPending(state, journal.id, disk);
  } catch (error) {
    throw diskError(error, 'The undo did not finish; run it again, or `omni-refactor apply --resume`');
  }
  return { id: journal.id, paths: journal.operations.map(({ path }) => path) };
}

/** Finishes the unfinished apply. Throws `nothing-to-resume`, or `undo-refused` if something else changed its files since. */
export async function resumeApply({ lock, onProgress, disk = nodeDisk }: UndoOptions): Promise<Journal> {
  const journal = await findUnfinished(lock.state, disk);
  if (journal === null) throw nothingTo('resume', 'no change of this workspace was interrupted');
  if (journal.receipt.inPlace && journal.receipt.outcome !== 'proven') throw unproven();
  const { conflicts } = await survey({ journal, to: 'after', disk });
  if (conflicts.length > 0) throw await undoRefused(lock.state, journal, conflicts, true, disk);
  try {
    await switchTree({ journal, to: 'after', disk, onProgress, signal: null });
    if (journal.commit) await markPending(lock.state, journal.id, disk);
    await closeJournal(lock.state, journal.id, 'applied', disk);
    await writeReceipt(lock.state, journal.receipt, disk);
  } catch (error) {
    throw diskError(error, 'The change is still unfinished; run the command again, or `omni-refactor undo`');
  }
  return journal;
}

const reformatted = ({ path, after }: Operation, now: FileState | null): boolean =>
  now !== null && after !== null && sameButFormatting(path, after.bytes.toString('utf8'), now.bytes.toString('utf8'));

async function undoRefused(
  state: StateFolder,
  journal: Journal,
  conflicts: readonly string[],
  open: boolean,
  disk: Disk,
): Promise<RefactorError> {
  const patch = join(state.journal, `${journal.id}.reverse.patch`);
  await removeIfThere(disk, patch);
  await disk.create(patch, Buffer.from(reversePatch(journal)), 0o600);
  const giveUp = open ? ` To keep the tree as it is instead, remove ${join(state.journal, 'open.json')}.` : '';
  return new RefactorError({
    code: 'undo-refused',
    what: `The change ${journal.id} cannot be undone or finished as a whole`,
    why: `changed since: ${conflicts.join(', ')}`,
    whatToDo: `The reverse patch is ${patch}: apply it with \`git apply --3way\`, or save your edits elsewhere and try again. If these files were only reformatted, add --discard-formatting.${giveUp}`,
  });
}

const unproven = (): RefactorError =>
  new RefactorError({
    code: 'unproven-change',
    what: 'The interrupted change cannot be finished',
    why: 'it was in the tree to be proven (--in-place), and the proof did not finish',
    whatToDo: 'Run `omni-refactor undo`, then the command that was interrupted.',
  });

const nothingTo = (verb: 'undo' | 'resume', why: string): RefactorError =>
  new RefactorError({
    code: `nothing-to-${verb}`,
    what: `There is nothing to ${verb}`,
    why,
    whatToDo: 'Run `omni-refactor history` to see what was applied here.',
  });
