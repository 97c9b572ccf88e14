import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskError } from './disk-error.ts';
import { ASIDE, listStored, type Stored } from './list-stored.ts';
import type { Lock } from './with-lock.ts';

/**
 * Removes what can be made again of a workspace's folder. The whole staging folder is first renamed: a run that is ended in the midst
 * leaves no half of a copy that the next proof would take for a whole one. Throws RefactorError of the disk's kind.
 */
export async function freeStored({ state }: Lock): Promise<Stored[]> {
  const stored = await listStored(state);
  if (stored.length === 0) return [];
  const folder = dirname(state.stage);
  const aside = join(folder, `${ASIDE}${randomUUID()}`);
  try {
    if (stored.some(({ what }) => what !== 'left over')) await rename(state.stage, aside);
    const left = stored.filter(({ what }) => what === 'left over').map(({ path }) => path);
    for (const path of [aside, ...left]) await rm(path, { recursive: true, force: true });
  } catch (error) {
    throw diskError(error, 'What is stored for this workspace cannot be removed');
  }
  return stored;
}
