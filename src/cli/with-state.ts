import { resolve } from 'node:path';
import { findUnfinished } from '../engine/apply/list-history.ts';
import { findPending } from '../engine/apply/pending-commit.ts';
import { findWorkspace } from '../engine/find-workspace.ts';
import { type StateFolder, stateFolderOf } from '../engine/state/state-folder.ts';
import { type Lock, withLock } from '../engine/state/with-lock.ts';
import type { Io } from './io.ts';
import { showProgress } from './show-progress.ts';

/** The state folder of the workspace that a command line means. */
export const stateOf = async (io: Io, root: string | undefined): Promise<StateFolder> =>
  stateFolderOf(findWorkspace(resolve(io.cwd, root ?? '.')), io.env);

/** Runs work that writes, alone in its workspace. Says on stderr for whom it waits. */
export const locked = <T>(io: Io, state: StateFolder, work: (lock: Lock) => Promise<T>): Promise<T> =>
  withLock(
    {
      state,
      signal: io.signal,
      onProgress: showProgress(io).onProgress,
    },
    work,
  );

/**
 * Runs work that may write. The lock comes before the workspace is read: what a run sees is then still so when its turn to write comes.
 * @param dryRun nothing will be written, and nobody is waited for: the lock is null
 */
export const writing = async <T>(
  io: Io,
  options: { readonly root?: string; readonly dryRun?: boolean },
  work: (lock: Lock | null) => Promise<T>,
): Promise<T> => (options.dryRun ? work(null) : locked(io, await stateOf(io, options.root), work));

/** Reads warn about an apply that did not finish; writes refuse by themselves. */
export async function warnUnfinished(io: Io, state: StateFolder): Promise<void> {
  const open = await findUnfinished(state);
  if (open)
    io.stderr.write(
      `warning: the apply ${open.id} did not finish; run \`omni-refactor undo\` or \`omni-refactor apply --resume\`.\n`,
    );
  const pending = open ? null : await findPending(state);
  if (pending !== null)
    io.stderr.write(
      `warning: the apply ${pending} was written but not committed; run \`omni-refactor apply --resume\` or \`omni-refactor undo\`.\n`,
    );
}
