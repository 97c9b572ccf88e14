import type { FileMetrics, FunctionMetrics } from '../metrics.ts';
import type { DialectFunction } from './measure-dialect.ts';
import type { Metric } from './table.ts';

/**
 * Own metrics with the values that another tool would give, for the metrics that it has. A file's value is the sum over what the tool
 * reports; a function that it does not report keeps its own.
 */
export function applyDialect(metrics: FileMetrics, functions: readonly DialectFunction[]): FileMetrics {
  const changed = (['cyclomatic', 'cognitive'] as const).filter((metric) =>
    functions.some((each) => each.metric === metric),
  );
  const byLine = new Map(functions.map((each) => [keyOf(each.metric, each.symbol, each.line), each.value]));
  const replaced = (each: FunctionMetrics): FunctionMetrics => {
    const values = changed.map((metric) => [metric, byLine.get(keyOf(metric, each.symbol, each.line)) ?? each[metric]]);
    return { ...each, ...Object.fromEntries(values) };
  };
  const sums = changed.map((metric) => [metric, sumOf(functions, metric)] as const);
  return { ...metrics, ...Object.fromEntries(sums), functions: metrics.functions.map(replaced) };
}

const keyOf = (metric: Metric, symbol: string, line: number): string => `${metric} ${line} ${symbol}`;

const sumOf = (functions: readonly DialectFunction[], metric: Metric): number =>
  functions.reduce((total, each) => total + (each.metric === metric ? Math.max(each.value, 0) : 0), 0);
