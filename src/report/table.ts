import { cutEnd, cutStart, padEnd, padStart, widthOf } from './fit-text.ts';
import type { Paint, Token } from './style.ts';

export interface Column<Row> {
  readonly title: string;
  /** Safe to print. */
  readonly cell: (row: Row) => string;
  readonly align: 'left' | 'right';
  /** Columns with the highest numbers leave first when the width is short; 0 always stays. */
  readonly priority: number;
  /** The column can be cut down to this width: at the front for paths, else at the end. */
  readonly shrinksTo?: number;
  readonly cut?: 'start' | 'end';
  readonly token?: (row: Row) => Token | null;
}

const GAP = '  ';

/**
 * Lines of at most `width` columns, without trailing space. The columns keep their order; what does not fit is left out whole. Of infinite
 * width, for a pipe, every column is there and whole, and a tab stands between two cells.
 */
export function renderTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number,
  paint: Paint,
): string[] {
  // Not by Math.max(...): a hundred thousand arguments overflow the stack.
  const natural = columns.map((column) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(column.cell(row))), widthOf(column.title)),
  );
  const widths = fitColumns(columns, natural, width);
  const shown = columns.flatMap((column, i) => (widths[i] === null ? [] : [{ column, width: widths[i]! }]));
  const gap = width === Number.POSITIVE_INFINITY ? '\t' : GAP;
  const line = (cells: readonly string[]): string => cells.join(gap).trimEnd();
  const titles = shown.map(({ column, width }) => place(column, column.title, width));
  return [
    paint('faint', line(titles)),
    ...rows.map((row) =>
      line(
        shown.map(({ column, width }, i) => {
          const text = place(column, column.cell(row), width);
          const padded = i === shown.length - 1 ? text.trimEnd() : text;
          const token = column.token?.(row) ?? null;
          return token === null ? padded : paint(token, padded);
        }),
      ),
    ),
  ];
}

function place<Row>(column: Column<Row>, text: string, width: number): string {
  const cut = column.cut === 'start' ? cutStart(text, width) : cutEnd(text, width);
  return column.align === 'right' ? padStart(cut, width) : padEnd(cut, width);
}

/** The width of each column, or null for one that has no room; spare room goes to the shrunk columns in order. */
function fitColumns<Row>(
  columns: readonly Column<Row>[],
  natural: readonly number[],
  width: number,
): (number | null)[] {
  const least = columns.map((column, i) => Math.min(natural[i]!, column.shrinksTo ?? natural[i]!));
  const order = columns.map((_, i) => i).sort((a, b) => columns[a]!.priority - columns[b]!.priority || a - b);
  const widths: (number | null)[] = columns.map(() => null);
  let free = width + GAP.length;
  for (const i of order) {
    const need = least[i]! + GAP.length;
    if (columns[i]!.priority > 0 && need > free) continue;
    widths[i] = least[i]!;
    free -= need;
  }
  for (const i of order) {
    if (widths[i] === null || free <= 0) continue;
    const more = Math.min(free, natural[i]! - widths[i]!);
    widths[i]! += more;
    free -= more;
  }
  return widths;
}
