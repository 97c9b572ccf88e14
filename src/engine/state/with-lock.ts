import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { throwIfCancelled } from '../../core/cancelled.ts';
import { RefactorError } from '../../core/errors.ts';
import type { OnProgress } from '../../core/progress.ts';
import { isGone, isTaken, nodeDisk, removeIfThere } from './disk.ts';
import { diskError } from './disk-error.ts';
import { isAlive, ownMark, type ProcessMark } from './process-mark.ts';
import { makeStateFolder, type StateFolder } from './state-folder.ts';

/** The proof that this run, and no other, may stage, write and undo in a workspace. Only `withLock` makes one. */
export interface Lock {
  readonly state: StateFolder;
}

export interface LockOptions {
  readonly state: StateFolder;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
  /** How long to wait for another run; 0 refuses at once. Default: as long as it lives. */
  readonly waitMs?: number;
}

const POLL_MS = 100;

/**
 * Runs `work` while no other run works on the same workspace. Waits for another one, and reports that; the lock of a dead process is taken over.
 * Throws RefactorError `workspace-busy` after `waitMs`, or `cancelled`.
 */
export async function withLock<T>(options: LockOptions, work: (lock: Lock) => Promise<T>): Promise<T> {
  const { state, onProgress, signal } = options;
  try {
    await makeStateFolder(state);
  } catch (error) {
    throw diskError(error, 'The folder for journals and receipts cannot be made');
  }
  const token = randomUUID();
  const started = performance.now();
  let isAnnounced = false;
  for (;;) {
    throwIfCancelled(signal);
    const holder = await tryLock(state, token);
    if (holder === null) break;
    if (performance.now() - started >= (options.waitMs ?? Number.POSITIVE_INFINITY)) throw busy(state, holder);
    if (!isAnnounced)
      onProgress({ type: 'note', text: `Waiting for process ${holder.pid}, which is using this workspace.` });
    isAnnounced = true;
    await sleep(POLL_MS);
  }
  try {
    return await work({ state });
  } finally {
    // A lock that was damaged meanwhile is not removed here: the next run reports it.
    const holder = await readLock(state.lock).catch(() => null);
    if (holder?.token === token) await removeIfThere(nodeDisk, state.lock);
  }
}

interface Held extends ProcessMark {
  readonly token: string;
}

/** Null when the lock is ours now, else the running process that holds it. */
async function tryLock(state: StateFolder, token: string): Promise<ProcessMark | null> {
  const lockFile = `${state.lock}.${token}`;
  const mark: Held = { ...ownMark(), token };
  await removeIfThere(nodeDisk, lockFile);
  await nodeDisk.create(lockFile, Buffer.from(JSON.stringify(mark)), 0o600);
  try {
    for (;;) {
      if (await linkLock(lockFile, state)) return null;
      const holder = await readLock(state.lock);
      if (holder === null) continue;
      if (isAlive(holder)) return holder;
      await breakLock(state, holder, token);
    }
  } finally {
    await removeIfThere(nodeDisk, lockFile);
  }
}

async function linkLock(lockFile: string, state: StateFolder): Promise<boolean> {
  try {
    await nodeDisk.link(lockFile, state.lock);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw diskError(error, 'The workspace cannot be locked');
  }
}

// Another run may break the same dead lock and take it in between: then what was renamed away is alive, and is put back. Should a third
// run lock in that instant, the journal still admits one writer: it is created exclusively.
async function breakLock(state: StateFolder, dead: Held, token: string): Promise<void> {
  const aside = `${state.lock}.dead.${token}`;
  try {
    await nodeDisk.rename(state.lock, aside);
  } catch (error) {
    if (isGone(error)) return;
    throw error;
  }
  if ((await readLock(aside))?.token !== dead.token)
    await nodeDisk.link(aside, state.lock).catch((error: unknown) => {
      if (!isTaken(error)) throw error;
    });
  await removeIfThere(nodeDisk, aside);
}

/**
 * Null if nobody holds it. The file appears whole, by a link: it is never half written by a run. What else stands there (a folder, a file
 * that lost its bytes with the power) cannot say whether its holder lives. Throws `lock-damaged`.
 */
async function readLock(path: string): Promise<Held | null> {
  let text: string;
  try {
    text = (await nodeDisk.read(path)).toString('utf8');
  } catch (error) {
    if (isGone(error)) return null;
    throw damaged(path, (error as NodeJS.ErrnoException).code === 'EISDIR' ? 'it is a folder' : 'it cannot be read');
  }
  const holder = heldIn(text);
  if (holder === null) throw damaged(path, text.trim() === '' ? 'it is empty' : 'it does not name its holder');
  return holder;
}

function heldIn(text: string): Held | null {
  try {
    const { pid, host, began, token } = JSON.parse(text) as Held;
    const isHeld = Number.isInteger(pid) && pid > 0 && [host, began, token].every((one) => typeof one === 'string');
    return isHeld ? { pid, host, began, token } : null;
  } catch {
    // Cut short, or of another program.
    return null;
  }
}

const damaged = (path: string, why: string): RefactorError =>
  new RefactorError({
    code: 'lock-damaged',
    what: 'The lock of this workspace cannot be read',
    why: `${why}: ${path}`,
    whatToDo: 'If no other run is using this workspace, remove it and run the command again.',
  });

const busy = (state: StateFolder, holder: ProcessMark): RefactorError =>
  new RefactorError({
    code: 'workspace-busy',
    what: `Another run is using ${state.root}`,
    why: `process ${holder.pid} on ${holder.host} holds its lock`,
    whatToDo: `Wait until it ends. If there is no such process, remove ${state.lock}.`,
  });
