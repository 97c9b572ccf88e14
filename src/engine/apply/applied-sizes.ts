import type { Receipt } from '../../core/receipt.ts';
import { nodeDisk } from '../state/disk.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { endedPath, readJournal } from './journal.ts';
import { listHistory } from './list-history.ts';

/** What an apply made of its files, in lines; null where a file is not there. */
export interface AppliedSizes {
  readonly receipt: Receipt;
  readonly files: readonly { readonly path: string; readonly before: number | null; readonly after: number | null }[];
}

/** The last applies that still stand, the newest first, as far as their journals are kept: receipts know hashes alone. */
export async function appliedSizes(state: StateFolder, most: number): Promise<AppliedSizes[]> {
  const standing = (await listHistory(state)).filter((entry) => entry.state === 'applied' && entry.undoable);
  const sizes: AppliedSizes[] = [];
  for (const { id, receipt } of standing.slice(0, most)) {
    const journal = await readJournal(endedPath(state, id, 'applied'), nodeDisk);
    if (journal === null) continue;
    const files = journal.operations.map(({ path, before, after }) => ({
      path,
      before: before && linesOf(before.bytes),
      after: after && linesOf(after.bytes),
    }));
    sizes.push({ receipt, files });
  }
  return sizes;
}

/** Physical lines: a last one without an end counts. */
function linesOf(bytes: Buffer): number {
  let lines = bytes.length > 0 && bytes.at(-1) !== 0x0a ? 1 : 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}
