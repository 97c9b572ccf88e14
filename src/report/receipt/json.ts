import type { Receipt } from '../../core/receipt.ts';
import type { HistoryEntry } from '../../engine/apply/list-history.ts';
import { jsonText } from '../json-text.ts';

/** As `schemas/receipt.schema.json` says. */
export const receiptJson = ({ schemaVersion, id, ...receipt }: Receipt): string =>
  jsonText({ schemaVersion, kind: 'receipt', id, ...receipt });

/** As `schemas/history.schema.json` says. */
export const historyJson = (entries: readonly HistoryEntry[]): string =>
  jsonText({ schemaVersion: 1, kind: 'history', entries: entries.map(entryOf) });

const entryOf = ({ id, state, undoable, receipt }: HistoryEntry): object => {
  const { appliedAt, command, outcome, asked, files } = receipt;
  return { id, state, undoable, appliedAt, command, outcome, asked, files };
};
