import type { Explanation } from '../../../analyzers/complexity/explain.ts';
import type { FunctionMetrics, Increment } from '../../../analyzers/complexity/metrics.ts';
import type { ExplainedFile } from '../../engine/explain-file.ts';
import { plural } from '../fit-text.ts';
import { functionToJson } from '../metrics/json.ts';
import { sanitize } from '../sanitize.ts';
import { type Paint, painter } from '../style.ts';
import { type Column, renderTable } from '../table.ts';
import { incrementsOf, sumOf } from './json.ts';

/** Every +n with its line, reason and share of nesting, below its sum. Ends with a newline. */
export function explainToTerminal(
  { path, functions, partial, dialect }: ExplainedFile,
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const paint = painter(color);
  const by = dialect === null ? '' : ` by ${dialect}`;
  const blocks = functions.map((each) => functionBlock(path, each, by, width, paint));
  const note = partial ? [paint('warning', 'The file has syntax errors: it was read as far as it goes.')] : [];
  return `${[...blocks, ...note].join('\n\n')}\n`;
}

function functionBlock(path: string, each: Explanation, by: string, width: number, paint: Paint): string {
  const { symbol, line, increments, explained, metrics } = each;
  const title = `${paint('title', sanitize(symbol))}  ${paint('path', `${sanitize(path)}:${line}`)}`;
  return [
    title,
    ...(metrics === null ? [] : [`\n${otherMetrics(metrics)}`]),
    ...explained.flatMap((metric) => metricLines(increments, metric, by, width, paint)),
  ].join('\n');
}

function otherMetrics(metrics: FunctionMetrics): string {
  const { lines, exits, nesting, parameters, halstead, maintainability } = functionToJson(metrics);
  const sizes = `${plural(lines, 'line')}, nesting ${nesting}, ${plural(parameters, 'argument')}, ${plural(exits, 'exit')}`;
  return `${sizes}, Halstead volume ${halstead.volume.toFixed(1)}, maintainability ${maintainability.index.toFixed(1)} of 100`;
}

function metricLines(
  all: readonly Increment[],
  metric: Increment['metric'],
  by: string,
  width: number,
  paint: Paint,
): string[] {
  const ofMetric = incrementsOf(all, metric);
  const head = `\n${metric} complexity${by} ${paint('title', String(sumOf(ofMetric)))}`;
  return ofMetric.length === 0 ? [head] : [head, ...renderTable(COLUMNS, ofMetric, width, paint)];
}

const COLUMNS: readonly Column<Increment>[] = [
  { title: '', cell: ({ amount }) => (amount < 0 ? String(amount) : `+${amount}`), align: 'right', priority: 0 },
  { title: 'line', cell: ({ line }) => String(line), align: 'right', priority: 0 },
  { title: 'what', cell: whatOf, align: 'left', priority: 0, shrinksTo: 12 },
];

function whatOf({ reason, nesting, amount }: Increment): string {
  return nesting === 0 ? sanitize(reason) : `${sanitize(reason)} (${amount - nesting}, and ${nesting} for nesting)`;
}
