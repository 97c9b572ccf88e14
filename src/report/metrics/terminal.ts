import type { DialectFunction } from '../../../analyzers/complexity/dialects/measure-dialect.ts';
import type { FileMetrics } from '../../../analyzers/complexity/metrics.ts';
import { grouped } from '../fit-text.ts';
import { sanitize } from '../sanitize.ts';
import { type Paint, painter } from '../style.ts';
import { type Column, renderTable } from '../table.ts';
import { partToJson } from './json.ts';

type Row = ReturnType<typeof partToJson> & {
  readonly symbol: string;
  readonly nesting: number | null;
  readonly parameters: number | null;
};

/** One line a function, class and file with its metrics; those that have no room are dropped. */
export function metricsTable(metrics: FileMetrics, { width, color }: { width: number; color: boolean }): string[] {
  const paint: Paint = painter(color);
  const none = { nesting: null, parameters: null };
  const rows: Row[] = [
    { ...partToJson({ ...metrics, line: 1 }), symbol: '(file)', ...none },
    ...metrics.types.map((each) => ({ ...partToJson(each), symbol: each.symbol, ...none })),
    ...metrics.functions.map((each) => ({ ...partToJson(each), ...pick(each) })),
  ];
  return [
    ...renderTable(
      COLUMNS,
      rows.sort((a, b) => a.line - b.line),
      width,
      paint,
    ),
  ];
}

const pick = ({ symbol, nesting, parameters }: FileMetrics['functions'][number]) => ({ symbol, nesting, parameters });

const number = (title: string, priority: number, cell: (row: Row) => number | null): Column<Row> => ({
  title,
  cell: (row) => {
    const value = cell(row);
    return value === null ? '' : grouped(Math.round(value));
  },
  align: 'right',
  priority,
});

const COLUMNS: readonly Column<Row>[] = [
  number('line', 0, ({ line }) => line),
  { title: 'what', cell: ({ symbol }) => sanitize(symbol), align: 'left', priority: 0, shrinksTo: 20 },
  number('lines', 1, ({ lines }) => lines),
  number('cognitive', 2, ({ cognitive }) => cognitive),
  number('cyclomatic', 3, ({ cyclomatic }) => cyclomatic),
  number('nesting', 4, ({ nesting }) => nesting),
  number('args', 5, ({ parameters }) => parameters),
  number('exits', 6, ({ exits }) => exits),
  number('maintainable', 7, ({ maintainability }) => maintainability.index),
  number('statements', 8, ({ statements }) => statements),
  number('volume', 9, ({ halstead }) => halstead.volume),
];

/** One line a function with its value in another tool's words. */
export function dialectTable(functions: readonly DialectFunction[], width: number, color: boolean): string[] {
  return [...renderTable(DIALECT_COLUMNS, functions, width, painter(color))];
}

const DIALECT_COLUMNS: readonly Column<DialectFunction>[] = [
  { title: 'line', cell: ({ line }) => String(line), align: 'right', priority: 0 },
  { title: 'value', cell: ({ value }) => String(value), align: 'right', priority: 0 },
  { title: 'metric', cell: ({ metric }) => metric, align: 'left', priority: 1 },
  { title: 'what', cell: ({ symbol }) => sanitize(symbol), align: 'left', priority: 0, shrinksTo: 20 },
];
