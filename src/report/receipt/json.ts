import type { Receipt } from '../../core/receipt.ts';
import type { HistoryEntry } from '../../engine/apply/list-history.ts';
import { reportJson } from '../report-json.ts';

/** As `schemas/receipt.schema.json` says. */
export const receiptJson = ({ schemaVersion, id, ...receipt }: Receipt): string =>
  reportJson({ schemaVersion, kind: 'receipt', id, ...receipt });

/** As `schemas/history.schema.json` says. */
export const historyJson = (entries: readonly HistoryEntry[]): string =>
  reportJson({ schemaVersion: 1, kind: 'history', entries: entries.map(entryOf) });

const entryOf = ({ id, state, undoable, redoable, receipt }: HistoryEntry) => {
  const { appliedAt, command, outcome, asked, files } = receipt;
  return { id, state, undoable, redoable, appliedAt, command, outcome, asked, files };
};
