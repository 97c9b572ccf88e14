import { RefactorError } from '../../core/errors.ts';
import type { OnProgress } from '../../core/progress.ts';
import { type Disk, nodeDisk } from '../state/disk.ts';
import { diskError } from '../state/disk-error.ts';
import type { Lock } from '../state/with-lock.ts';
import { closeJournal, endedPath, type Journal, readJournal, reopenJournal, unfinished } from './journal.ts';
import { findUnfinished, nextRedo } from './list-history.ts';
import { survey, switchTree } from './switch-tree.ts';

export interface RedoOptions {
  readonly lock: Lock;
  readonly onProgress: OnProgress;
  readonly disk?: Disk;
}

/** What `redo` would bring back. Throws `unfinished-apply` or `nothing-to-redo`. */
export async function findRedo({ lock, disk = nodeDisk }: Pick<RedoOptions, 'lock' | 'disk'>): Promise<Journal> {
  const { state } = lock;
  if ((await findUnfinished(state, disk)) !== null) throw unfinished(state);
  const id = await nextRedo(state, disk);
  const journal = id === null ? null : await readJournal(endedPath(state, id, 'undone'), disk);
  if (journal !== null) return journal;
  throw new RefactorError({
    code: 'nothing-to-redo',
    what: 'There is nothing to redo',
    why: 'no apply was undone, or another one was made since',
    whatToDo: 'Run `omni-refactor history` to see what was applied here.',
  });
}

/**
 * Brings an undone apply back, byte for byte, from its journal: nothing is planned or proven anew. Its files must hold the bytes from
 * before it: throws `changed-since` otherwise, and writes nothing.
 * @param journal of `findRedo`, under the same lock
 */
export async function redoApply({ lock, onProgress, disk = nodeDisk }: RedoOptions, journal: Journal): Promise<void> {
  const { state } = lock;
  const { conflicts } = await survey({ journal, to: 'after', disk });
  if (conflicts.length > 0) throw redoRefused(journal, conflicts);
  try {
    await reopenJournal(state, journal.id, 'undone', disk);
    await switchTree({ journal, to: 'after', disk, onProgress, signal: null });
    await closeJournal(state, journal.id, 'applied', disk);
  } catch (error) {
    throw diskError(error, 'The redo did not finish; run `omni-refactor apply --resume`, or `omni-refactor undo`');
  }
}

const redoRefused = ({ id, receipt }: Journal, conflicts: readonly string[]): RefactorError =>
  new RefactorError({
    code: 'changed-since',
    what: `The change ${id} cannot be brought back`,
    why: `changed since it was undone: ${conflicts.join(', ')}`,
    whatToDo: `Save your edits elsewhere and try again, or make the change anew: ${receipt.command.join(' ')}`,
  });
