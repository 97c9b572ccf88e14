import type { Receipt } from '../core/receipt.ts';
import type { CommitSubject } from '../engine/apply/journal.ts';
import { RECEIPT_TRAILER } from '../engine/split/revert-commit.ts';
import { renderReceiptMarkdown } from '../report/receipt/render-receipt-markdown.ts';
import { type Io, remark } from './io.ts';

/** The message of a split's commit: what it did, its receipt, and the line that `undo` finds it by. */
export function commitMessage({ verb, paths }: CommitSubject, receipt: Receipt): string {
  const done = paths.filter((path) => receipt.files.some((file) => file.path === path));
  return `${verb} ${done.join(', ')}\n\n${renderReceiptMarkdown(receipt)}\n${RECEIPT_TRAILER}: ${receipt.id}\n`;
}

/** Says which commits were made. */
export function tellCommits(io: Io, commits: readonly string[]): void {
  const ids = commits.map((id) => id.slice(0, 12));
  remark(io, `Committed as ${ids.length === 1 ? ids[0] : `${ids.join(' (moves) and ')} (glue)`}.\n`);
}
