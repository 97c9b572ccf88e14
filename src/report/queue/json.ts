import { reportJson } from '../report-json.ts';
import type { QueueReport } from './terminal.ts';

/** `queue --json`. Ends with a newline. */
export const queueJson = ({ rows, asked, dryRun }: QueueReport): string =>
  reportJson({
    schemaVersion: 1,
    kind: 'queue',
    asked: [...asked],
    dryRun,
    rows: rows.map(({ isEarlier, ...row }) => ({ ...row, earlier: isEarlier })),
  });
