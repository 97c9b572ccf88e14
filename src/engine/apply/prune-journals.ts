import { join } from 'node:path';
import { by } from '../../core/compare.ts';
import { type Disk, removeIfThere } from '../state/disk.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { endedPath } from './journal.ts';
import { endedJournals, lastApplied } from './list-history.ts';

/** Journals that stay for `undo`; each holds the bytes of its files twice. Receipts stay for ever. */
const KEPT = 50;

/**
 * Removes what is older than the newest ended journals, with its reverse patch; never the open one, and never the one that `undo` would
 * take back next. What is gone can no longer be undone, and `history` says so.
 */
export async function pruneJournals(state: StateFolder, disk: Disk): Promise<void> {
  const ended = [...(await endedJournals(state, disk)).keys()].sort(by((id) => -Number.parseInt(id, 10)));
  if (ended.length <= KEPT) return;
  const needed = await lastApplied(state, disk);
  for (const id of ended.slice(KEPT)) {
    if (id === needed) continue;
    for (const how of ['applied', 'undone'] as const) await removeIfThere(disk, endedPath(state, id, how));
    await removeIfThere(disk, join(state.journal, `${id}.reverse.patch`));
  }
}
