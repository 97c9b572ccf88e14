import { jsonText } from '../json-text.ts';

/** `notes --json`, `init ci --json` and `apply --resume --json`: what was written, and the receipt to take it back by. */
export const changeJson = (receipt: string | null, paths: readonly string[]): string =>
  jsonText({ schemaVersion: 1, kind: 'change', receipt, paths });
