import type { Explanation } from '../../../analyzers/complexity/explain.ts';
import type { Increment } from '../../../analyzers/complexity/metrics.ts';
import type { ExplainedFile } from '../../engine/explain-file.ts';
import { sanitize } from '../sanitize.ts';
import { type Paint, painter } from '../style.ts';
import { type Column, renderTable } from '../table.ts';
import { incrementsOf, sumOf } from './json.ts';

/** Every +n with its line, reason and share of nesting, below its sum. Ends with a newline. */
export function explainToTerminal(
  { path, functions, partial }: ExplainedFile,
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const paint = painter(color);
  const blocks = functions.map((each) => functionBlock(path, each, width, paint));
  const note = partial ? [paint('warning', 'The file has syntax errors: it was read as far as it goes.')] : [];
  return `${[...blocks, ...note].join('\n\n')}\n`;
}

function functionBlock(path: string, { symbol, line, increments }: Explanation, width: number, paint: Paint): string {
  const title = `${paint('title', sanitize(symbol))}  ${paint('path', `${sanitize(path)}:${line}`)}`;
  return [
    title,
    ...metricLines(increments, 'cognitive', width, paint),
    ...metricLines(increments, 'cyclomatic', width, paint),
  ].join('\n');
}

function metricLines(all: readonly Increment[], metric: Increment['metric'], width: number, paint: Paint): string[] {
  const own = incrementsOf(all, metric);
  const head = `\n${metric} complexity ${paint('title', String(sumOf(own)))}`;
  return own.length === 0 ? [head] : [head, ...renderTable(COLUMNS, own, width, paint)];
}

const COLUMNS: readonly Column<Increment>[] = [
  { title: '', cell: ({ amount }) => `+${amount}`, align: 'right', priority: 0 },
  { title: 'line', cell: ({ line }) => String(line), align: 'right', priority: 0 },
  { title: 'what', cell: whatOf, align: 'left', priority: 0, shrinksTo: 12 },
];

function whatOf({ reason, nesting, amount }: Increment): string {
  return nesting === 0 ? sanitize(reason) : `${sanitize(reason)} (${amount - nesting}, and ${nesting} for nesting)`;
}
