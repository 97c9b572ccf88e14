import { join } from 'node:path';
import type { Receipt } from '../../core/receipt.ts';
import { type Disk, removeIfThere } from '../state/disk.ts';
import type { StateFolder } from '../state/state-folder.ts';

export const receiptPath = (state: StateFolder, id: string): string => join(state.receipts, `${id}.json`);

/** Keeps a receipt, whole or not at all. The journal holds it too, so a crash before this call loses nothing. */
export async function writeReceipt(state: StateFolder, receipt: Receipt, disk: Disk): Promise<void> {
  const temporary = join(state.receipts, `${receipt.id}.tmp`);
  await removeIfThere(disk, temporary);
  await disk.create(temporary, Buffer.from(`${JSON.stringify(receipt, null, 2)}\n`), 0o600);
  await disk.rename(temporary, receiptPath(state, receipt.id));
  await disk.sync(state.receipts);
}
