import type { EndedRow } from '../../engine/queue/queue-row.ts';
import { escapeCell, escapeCode } from '../escape-markdown.ts';
import { countsOf, largestOf, outcomeWord, type QueueReport } from './terminal.ts';

/** The summary for a pull request: a row for each file, and the reasons of what was left out. Ends with a newline. */
export function queueMarkdown({ rows, asked, dryRun, tool }: QueueReport): string {
  const left = rows.filter(({ why }) => why !== null);
  const sections = [
    `## Splits: ${countsOf(rows)}`,
    `${dryRun ? 'Dry run: nothing was written. ' : ''}Evidence asked for: ${asked.join(' + ')}, by ${escapeCell(tool)}.`,
    table(rows),
    ...(left.length === 0 ? [] : ['### Left out', left.map(leftLine).join('\n')]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function table(rows: readonly EndedRow[]): string {
  const cells = rows.map((row) => [
    escapeCode(row.path),
    outcomeWord(row),
    row.outcome === 'proven' ? `${row.before ?? '-'} → ${largestOf(row) ?? '-'}` : String(row.before ?? '-'),
    row.outcome === 'proven' ? String(row.made.length + 1) : '',
    row.receipt ?? '',
    row.commits.map((id) => id.slice(0, 12)).join(' '),
  ]);
  const head = ['file', 'outcome', 'largest file, lines', 'files', 'receipt', 'commits'];
  return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const leftLine = (row: EndedRow): string => `- ${escapeCode(row.path)}: ${outcomeWord(row)}: ${escapeCell(row.why!)}`;
