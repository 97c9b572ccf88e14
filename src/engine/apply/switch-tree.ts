import { throwIfCancelled } from '../../core/cancelled.ts';
import { RefactorError } from '../../core/errors.ts';
import { parentsOf } from '../../core/path-problem.ts';
import type { OnProgress } from '../../core/progress.ts';
import { type Disk, isGone, isTaken, removeIfThere } from '../state/disk.ts';
import { isState, placeOf, readState, waitingPlace } from './file-places.ts';
import type { FileState, Journal, Operation } from './journal.ts';

export type Side = 'before' | 'after';

export interface SwitchOptions {
  readonly journal: Journal;
  readonly to: Side;
  readonly disk: Disk;
  readonly onProgress: OnProgress;
  /** Null where half way is no place to stop: a rollback, an undo. */
  readonly signal: AbortSignal | null;
  /** True for a file that is neither side but may be overwritten. */
  readonly tolerate?: (operation: Operation, now: FileState | null) => boolean;
}

interface Step {
  readonly operation: Operation;
  readonly now: FileState | null;
  readonly target: FileState | null;
}

/**
 * Puts every path of a journal on one side, from any mixture of both: the one routine of apply, rollback, undo and recovery. Nothing that
 * is neither side is overwritten: throws `changed-since` before the first write, or when a file changes under it.
 * New bytes first wait beside their places, so that a full disk is met before anything changed; then each file changes by one rename.
 */
export async function switchTree(options: SwitchOptions): Promise<void> {
  const { journal, disk, to, signal } = options;
  const { steps, conflicts } = await survey(options);
  if (conflicts.length > 0) throw changedSince(conflicts);
  for (const { path } of journal.operations) await removeIfThere(disk, waitingPlace(journal.root, path, journal.id));
  try {
    for (const step of steps) {
      throwIfCancelled(signal ?? undefined);
      if (step.target !== null) await prepare(journal, step.operation.path, step.target, disk);
    }
    for (const [done, step] of steps.entries()) {
      throwIfCancelled(signal ?? undefined);
      await commit(journal, step, disk);
      const { path } = step.operation;
      options.onProgress({
        type: 'step',
        phase: to === 'after' ? 'write' : 'undo',
        done: done + 1,
        total: steps.length,
        path,
      });
    }
  } catch (error) {
    for (const { operation } of steps)
      await removeIfThere(disk, waitingPlace(journal.root, operation.path, journal.id));
    throw error;
  }
  if (to === 'before') await removeFolders(journal, disk);
  await syncFolders(journal, disk);
}

/** What is left to do, and the paths that hold neither side. */
export async function survey(
  options: Pick<SwitchOptions, 'journal' | 'to' | 'disk' | 'tolerate'>,
): Promise<{ readonly steps: readonly Step[]; readonly conflicts: readonly string[] }> {
  const steps: Step[] = [];
  const conflicts: string[] = [];
  for (const operation of options.journal.operations) {
    const now = await readState(options.journal.root, operation.path, options.disk);
    const [target, other] =
      options.to === 'after' ? [operation.after, operation.before] : [operation.before, operation.after];
    if (now?.mode === target?.mode && isState(now, target)) continue;
    const known = isState(now, other) || isState(now, target) || options.tolerate?.(operation, now) === true;
    if (known) steps.push({ operation, now, target });
    else conflicts.push(operation.path);
  }
  return { steps, conflicts };
}

async function prepare(journal: Journal, path: string, target: FileState, disk: Disk): Promise<void> {
  for (const parent of parentsOf(path)) {
    const place = placeOf(journal.root, parent);
    if ((await disk.look(place)) === null) await disk.makeFolder(place);
  }
  await disk.create(waitingPlace(journal.root, path, journal.id), target.bytes, target.mode);
}

async function commit(journal: Journal, { operation, now, target }: Step, disk: Disk): Promise<void> {
  const { path } = operation;
  // An editor may have saved since the survey: looked at again in the last moment.
  const current = await readState(journal.root, path, disk);
  if (current?.mode !== now?.mode || !isState(current, now)) throw changedSince([path]);
  const place = placeOf(journal.root, path);
  const waiting = waitingPlace(journal.root, path, journal.id);
  if (target === null) return disk.remove(place);
  if (now !== null) return disk.rename(waiting, place);
  try {
    await disk.link(waiting, place);
  } catch (error) {
    if (isTaken(error)) throw changedSince([path]);
    if (!hasNoLinks(error)) throw error;
    return disk.rename(waiting, place);
  }
  await disk.remove(waiting);
}

// FAT, exFAT and some network file systems know no second names.
const hasNoLinks = (error: unknown): boolean =>
  ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? '');

async function removeFolders(journal: Journal, disk: Disk): Promise<void> {
  for (const folder of journal.folders.toReversed())
    try {
      await disk.removeFolder(placeOf(journal.root, folder));
    } catch (error) {
      if (!isGone(error) && !isTaken(error) && (error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    }
}

async function syncFolders(journal: Journal, disk: Disk): Promise<void> {
  const folders = new Set(['', ...journal.operations.flatMap(({ path }) => parentsOf(path))]);
  for (const folder of folders) {
    const place = folder === '' ? journal.root : placeOf(journal.root, folder);
    if ((await disk.look(place))?.kind === 'folder') await disk.sync(place);
  }
}

const changedSince = (paths: readonly string[]): RefactorError =>
  new RefactorError({
    code: 'changed-since',
    what: `${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ` and ${paths.length - 5} more` : ''} changed meanwhile`,
    why: 'the bytes there are neither those before the change nor those after it, and are not overwritten',
    whatToDo: 'Keep or move your edits, then run the command again.',
  });
