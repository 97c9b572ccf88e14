import type { Explanation } from '../../../analyzers/complexity/explain.ts';
import type { Increment } from '../../../analyzers/complexity/metrics.ts';
import type { ExplainedFile } from '../../engine/explain-file.ts';
import { functionToJson } from '../metrics/json.ts';
import { reportJson } from '../report-json.ts';
import type { ExplainJson } from './schema.ts';

/** As `schemas/explain.schema.json` says. Ends with a newline. */
export function explainToJson({ path, partial, dialect, functions }: ExplainedFile): string {
  const json: ExplainJson = {
    schemaVersion: 1,
    kind: 'explanation',
    path,
    partial,
    dialect,
    functions: functions.map((each) => ({
      symbol: each.symbol,
      line: each.line,
      cognitive: metricOf(each, 'cognitive'),
      cyclomatic: metricOf(each, 'cyclomatic'),
      metrics: each.metrics && functionToJson(each.metrics),
    })),
  };
  return reportJson(json);
}

function metricOf(
  { increments, explained }: Explanation,
  metric: Increment['metric'],
): ExplainJson['functions'][number]['cognitive'] {
  if (!explained.includes(metric)) return null;
  const ofMetric = incrementsOf(increments, metric);
  return {
    value: sumOf(ofMetric),
    increments: ofMetric.map(({ line, amount, nesting, reason }) => ({ line, amount, nesting, reason })),
  };
}

export const incrementsOf = (increments: readonly Increment[], metric: Increment['metric']): Increment[] =>
  increments.filter((each) => each.metric === metric);

export const sumOf = (increments: readonly Increment[]): number =>
  increments.reduce((total, { amount }) => total + amount, 0);
