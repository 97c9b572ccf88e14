import type { MonthOfLines } from '../../git/lines-by-month.ts';
import type { PageOver } from './page/data.ts';

/** How many files were over a ceiling at the end of each month, and by how many lines together. Null where there are fewer than two months. */
export function overTrend(
  months: readonly MonthOfLines[],
  ceiling: number,
  counts: (path: string) => boolean,
): PageOver | null {
  if (months.length < 2) return null;
  return {
    ceiling,
    months: months.map(({ day, lines }) => {
      const over = [...lines].filter(([path, count]) => count > ceiling && counts(path));
      return { day, files: over.length, lines: over.reduce((sum, [, count]) => sum + count - ceiling, 0) };
    }),
  };
}
