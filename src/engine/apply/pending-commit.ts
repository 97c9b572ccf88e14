import { join } from 'node:path';
import { type Disk, isGone, nodeDisk, removeIfThere } from '../state/disk.ts';
import type { StateFolder } from '../state/state-folder.ts';

const pendingPath = (state: StateFolder, id: string): string => join(state.journal, `${id}.uncommitted`);

/** Remembers that an apply is to be committed too: from before its journal closes until the commits stand. */
export async function markPending(state: StateFolder, id: string, disk: Disk): Promise<void> {
  await removeIfThere(disk, pendingPath(state, id));
  await disk.create(pendingPath(state, id), Buffer.alloc(0), 0o600);
}

export const clearPending = (state: StateFolder, id: string, disk: Disk = nodeDisk): Promise<void> =>
  removeIfThere(disk, pendingPath(state, id));

/** The apply that was written and not committed, or null. */
export async function findPending(state: StateFolder, disk: Disk = nodeDisk): Promise<string | null> {
  try {
    const names = await disk.list(state.journal);
    return (
      names
        .flatMap((name) => /^(\d+-\w+)\.uncommitted$/.exec(name)?.[1] ?? [])
        .sort()
        .at(-1) ?? null
    );
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
