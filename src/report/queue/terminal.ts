import type { Rung } from '../../core/evidence.ts';
import type { EndedRow, QueueRow } from '../../engine/queue/queue-row.ts';
import { padEnd, plural, widthOf } from '../fit-text.ts';
import { wrap } from '../plan/wrap.ts';
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

/** How a file ended: `proven, 900 -> 320 lines in 4 files, receipt 17-ab`; `refused: R48: …`; several reasons, or a long one, on lines below. */
export function queueLines(row: QueueRow, name = '', indent = '  '): string[] {
  const { outcome, why, before, after, made, receipt } = row;
  const begin = `${indent}${name}${WORDS[outcome]}`;
  if (outcome !== 'proven') {
    const reasons = why === null ? [] : [...new Set(why.split(NEXT_REASON))].map(sanitize);
    if (reasons.length === 0) return [begin];
    const short = `${begin}: ${reasons[0]}`;
    if (reasons.length === 1 && widthOf(short) <= COLUMNS) return [short];
    return [
      `${begin}:`,
      ...reasons.slice(0, MOST_REASONS).flatMap((reason) => hanging(reason, `${indent}  `)),
      ...rest(reasons, indent),
    ];
  }
  const size = `${before ?? '-'} -> ${largestOf(row) ?? after ?? '-'} lines in ${plural(made.length + 1, 'file')}`;
  return [`${begin}, ${size}${receipt === null ? '' : `, receipt ${receipt}`}`];
}

const COLUMNS = 100;
const MOST_REASONS = 3;
/** Between two refusals; a reason may hold a semicolon of its own. */
const NEXT_REASON = /; (?=[A-Z]\d+: )/;

const hanging = (text: string, indent: string): string[] =>
  wrap(text, COLUMNS - indent.length - 2).map((line, i) => `${indent}${i === 0 ? '' : '  '}${line}`);

const rest = ({ length }: readonly string[], indent: string): string[] =>
  length <= MOST_REASONS
    ? []
    : [`${indent}  and ${length - MOST_REASONS} more: \`omni-refactor queue … --json\` holds them all`];

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
    ...rows.flatMap((row) => {
      const [first, ...others] = queueLines(row, `${padEnd(sanitize(row.path), width)}  `);
      return [`${first}${row.isEarlier ? ' (earlier)' : ''}`, ...others];
    }),
    ...(written && !dryRun ? ['', 'Undo with: omni-refactor undo'] : []),
  ].join('\n')}\n`;
}
