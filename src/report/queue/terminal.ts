import type { Rung } from '../../core/evidence.ts';
import type { EndedRow, QueueRow } from '../../engine/queue/queue-row.ts';
import { padEnd, plural, widthOf } from '../fit-text.ts';
import { sanitize } from '../sanitize.ts';

/** What a queue came to. */
export interface QueueReport {
  readonly rows: readonly EndedRow[];
  readonly asked: readonly Rung[];
  readonly dryRun: boolean;
  readonly tool: string;
}

const WORDS: Readonly<Record<QueueRow['outcome'], string>> = {
  proven: 'proven',
  refused: 'refused',
  'not-proven': 'not proven',
  'not-worth': 'not worth it',
  unchanged: 'nothing to do',
};

/** How many ended in which way, in words: `3 proven, 1 refused`. */
export const countsOf = (rows: readonly QueueRow[]): string =>
  (Object.keys(WORDS) as QueueRow['outcome'][])
    .flatMap((outcome) => {
      const count = rows.filter((row) => row.outcome === outcome).length;
      return count === 0 ? [] : [`${count} ${WORDS[outcome]}`];
    })
    .join(', ') || 'nothing';

export const outcomeWord = ({ outcome }: QueueRow): string => WORDS[outcome];

/** `proven, 900 -> 320 lines in 4 files, receipt 17-ab`; `refused: R48: …`. */
export function queueLine(row: QueueRow): string {
  const { outcome, why, before, after, made, receipt } = row;
  if (outcome !== 'proven') return `${WORDS[outcome]}${why === null ? '' : `: ${sanitize(why)}`}`;
  const size = `${before ?? '-'} -> ${largestOf(row) ?? after ?? '-'} lines in ${plural(made.length + 1, 'file')}`;
  return `proven, ${size}${receipt === null ? '' : `, receipt ${receipt}`}`;
}

/** Lines of the largest file that is left. */
export const largestOf = ({ after, made }: QueueRow): number | null =>
  after === null && made.length === 0 ? null : Math.max(after ?? 0, ...made.map(({ lines }) => lines));

/** A row for each file; what was asked, and how to take it back. Ends with a newline. */
export function renderQueue({ rows, asked, dryRun }: QueueReport): string {
  const width = Math.max(0, ...rows.map(({ path }) => widthOf(sanitize(path))));
  const written = rows.some(({ outcome, isEarlier }) => outcome === 'proven' && !isEarlier);
  return `${[
    `${countsOf(rows)} (${asked.join('+')}${dryRun ? '; dry run: nothing was written' : ''})`,
    '',
    ...rows.map(
      (row) => `  ${padEnd(sanitize(row.path), width)}  ${queueLine(row)}${row.isEarlier ? ' (earlier)' : ''}`,
    ),
    ...(written && !dryRun ? ['', 'Undo with: omni-refactor undo'] : []),
  ].join('\n')}\n`;
}
