import { reportJson } from '../report-json.ts';

/** What `notes`, `init ci`, `apply --resume` and `report` wrote, and the receipt to undo it by: a page has none. */
export const changeJson = (receipt: string | null, paths: readonly string[]): string =>
  reportJson({ schemaVersion: 1, kind: 'change', receipt, paths });
