import type { FileLines, History } from '../../src/git/history.ts';
import type { Churn } from './churn.ts';
import { countChanges } from './count-changes.ts';

/** A function's lines, both included. */
export interface Span {
  readonly line: number;
  readonly lines: number;
}

/**
 * How often each function of a file changed, in the order given: a commit counts for a function when a place that it changed, carried forward
 * to the lines of today, lies in it. Null where the history of lines was not read.
 */
export function functionChurn(history: History, path: string, functions: readonly Span[]): Churn[] | null {
  if (history.status !== 'ok' || history.lines.status !== 'ok') return null;
  const file = history.lines.files.get(path);
  return functions.map((span) => countChanges(history, file ? changesIn(file, span) : []));
}

/** Commits, the newest first, that changed one of the lines. */
export function changesIn({ touches }: FileLines, { line, lines }: Span): number[] {
  const end = line + lines;
  return touches.filter(([, ranges]) => touchesSpan(ranges, line, end)).map(([commit]) => commit);
}

/** Lines that were taken away lie between two lines: of a function where both are. */
function touchesSpan(ranges: readonly number[], line: number, end: number): boolean {
  for (let i = 0; i < ranges.length; i += 2) {
    const [start, stop] = [ranges[i]!, ranges[i + 1]!];
    if (start === stop ? line < start && start < end : start < end && stop > line) return true;
  }
  return false;
}
