import type { Receipt } from '../../core/receipt.ts';
import type { CommitSubject } from '../../engine/apply/journal.ts';
import { RECEIPT_TRAILER } from '../../engine/split/revert-commit.ts';
import { renderReceiptMarkdown } from './render-receipt-markdown.ts';

/** The message of a split's commit: what it did, its receipt, and the line that `undo` finds it by. */
export function commitMessage({ verb, paths }: CommitSubject, receipt: Receipt): string {
  const done = paths.filter((path) => receipt.files.some((file) => file.path === path));
  return `${verb} ${done.join(', ')}\n\n${renderReceiptMarkdown(receipt)}\n${RECEIPT_TRAILER}: ${receipt.id}\n`;
}
