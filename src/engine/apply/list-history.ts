import { by } from '../../core/compare.ts';
import { RefactorError } from '../../core/errors.ts';
import type { Receipt } from '../../core/receipt.ts';
import { type Disk, isGone, nodeDisk } from '../state/disk.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { endedPath, type Journal, type JournalState, openPath, readJournal } from './journal.ts';
import { receiptPath } from './write-receipt.ts';

export interface HistoryEntry {
  readonly id: string;
  readonly state: JournalState;
  /** False when its journal has been removed: the apply is listed, but cannot be undone. */
  readonly undoable: boolean;
  /** True for the one undone apply that `redo` would bring back. */
  readonly redoable: boolean;
  readonly receipt: Receipt;
}

/** The journal of an apply or undo that did not finish, or null. Reads warn about it; writes refuse. */
export const findUnfinished = (state: StateFolder, disk: Disk = nodeDisk): Promise<Journal | null> =>
  readJournal(openPath(state), disk);

/** All applies of a workspace, the last one first. */
export async function listHistory(state: StateFolder, disk: Disk = nodeDisk): Promise<HistoryEntry[]> {
  const journals = await endedJournals(state, disk);
  const open = await findUnfinished(state, disk);
  if (open) journals.set(open.id, 'open');
  const kept = (await namesIn(state.receipts, disk)).flatMap((name) => /^(\d+-\w+)\.json$/.exec(name)?.[1] ?? []);
  const next = open === null ? await nextRedo(state, disk) : null;
  const entries: HistoryEntry[] = [];
  for (const id of new Set([...journals.keys(), ...kept])) {
    const how = journals.get(id);
    const receipt = id === open?.id ? open.receipt : await readReceipt(state, id, disk);
    entries.push({
      id,
      state: how ?? 'applied',
      undoable: how === 'applied' || how === 'open',
      redoable: id === next,
      receipt,
    });
  }
  return entries.sort(by(({ id }) => -Number.parseInt(id, 10)));
}

/**
 * A receipt, or where its own file is damaged the copy that the journal holds. Throws `no-receipt` for an id that this workspace does not
 * know, `receipt-damaged` where nothing is left of it.
 */
export async function readReceipt(state: StateFolder, id: string, disk: Disk = nodeDisk): Promise<Receipt> {
  if (/^\d+-\w+$/.test(id)) {
    const kept = await keptReceipt(receiptPath(state, id), disk);
    if (kept !== null && kept !== 'damaged') return kept;
    for (const how of ['applied', 'undone'] as const) {
      const journal = await readJournal(endedPath(state, id, how), disk);
      if (journal) return journal.receipt;
    }
    if (kept === 'damaged') throw damaged(receiptPath(state, id));
  }
  throw new RefactorError({
    code: 'no-receipt',
    what: `There is no receipt '${id}'`,
    why: 'no apply of this workspace has that number',
    whatToDo: 'Run `omni-refactor history` to see them all.',
  });
}

/** Null where there is no such file. */
async function keptReceipt(path: string, disk: Disk): Promise<Receipt | 'damaged' | null> {
  try {
    const receipt = JSON.parse((await disk.read(path)).toString('utf8')) as Receipt | null;
    return Array.isArray(receipt?.files) && typeof receipt.id === 'string' ? receipt : 'damaged';
  } catch (error) {
    return isGone(error) ? null : 'damaged';
  }
}

const damaged = (path: string): RefactorError =>
  new RefactorError({
    code: 'receipt-damaged',
    what: 'A receipt cannot be read',
    why: `it is truncated or not a receipt, and its journal is gone: ${path}`,
    whatToDo: 'Remove that file; the other applies are then listed again.',
  });

/** How many applies are known, without reading what they did. */
export async function countApplies(state: StateFolder, disk: Disk = nodeDisk): Promise<number> {
  const receipts = (await namesIn(state.receipts, disk)).flatMap((name) => /^(\d+-\w+)\.json$/.exec(name)?.[1] ?? []);
  return new Set([...receipts, ...(await endedJournals(state, disk)).keys()]).size;
}

/** The last apply that has not been undone, or null. */
export async function lastApplied(state: StateFolder, disk: Disk): Promise<string | null> {
  const ids = [...(await endedJournals(state, disk))].filter(([, how]) => how === 'applied').map(([id]) => id);
  return ids.sort(by((id) => -Number.parseInt(id, 10)))[0] ?? null;
}

/**
 * The undone apply that comes next, or null: of those that were made where the workspace stands now (behind the same apply), the latest.
 * An apply that was made since leaves the undone ones behind, as in an editor.
 */
export async function nextRedo(state: StateFolder, disk: Disk = nodeDisk): Promise<string | null> {
  const undone = [...(await endedJournals(state, disk))].filter(([, how]) => how === 'undone').map(([id]) => id);
  const last = await lastApplied(state, disk);
  for (const id of undone.sort(by((each) => -Number.parseInt(each, 10))))
    if ((await readJournal(endedPath(state, id, 'undone'), disk))?.follows === last) return id;
  return null;
}

/** An id behind all that were given before; its second half is of the content. */
export async function nextId(state: StateFolder, hash: string, disk: Disk): Promise<string> {
  const names = [...(await namesIn(state.journal, disk)), ...(await namesIn(state.receipts, disk))];
  const last = Math.max(0, ...names.map((name) => Number.parseInt(name, 10) || 0));
  return `${String(last + 1).padStart(4, '0')}-${hash.slice(0, 8)}`;
}

/** Ended journals by id; one that a crash left under both names was undone. */
export async function endedJournals(state: StateFolder, disk: Disk): Promise<Map<string, JournalState>> {
  const found = new Map<string, JournalState>();
  for (const name of await namesIn(state.journal, disk)) {
    const [, id, how] = /^(\d+-\w+)\.(applied|undone)\.json$/.exec(name) ?? [];
    if (id !== undefined && found.get(id) !== 'undone') found.set(id, how as JournalState);
  }
  return found;
}

async function namesIn(folder: string, disk: Disk): Promise<string[]> {
  try {
    return await disk.list(folder);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}
