import { explainFunctions } from '../../../analyzers/complexity/explain.ts';
import type { Increment } from '../../../analyzers/complexity/metrics.ts';
import type { Syntax } from '../../languages/syntax.ts';
import type { Line } from '../paint/line.ts';
import { highlight } from './highlight.ts';

/** A function as it stands, with what each of its lines adds to its cognitive complexity. */
export interface FunctionSource {
  readonly symbol: string;
  /** 1-based, of its first line. */
  readonly line: number;
  readonly rows: readonly SourceRow[];
  /** Lines that are left out at the end. */
  readonly more: number;
}

export interface SourceRow {
  readonly added: number;
  readonly code: Line;
}

interface Wanted {
  readonly symbol: string;
  readonly line: number;
  readonly lines: number;
}

/** A function that is longer is cut: it crosses to another thread at each step of the cursor. */
const MOST_ROWS = 120;

/** The sources of some functions of a file. */
export function functionSources(syntax: Syntax, wanted: readonly Wanted[]): FunctionSource[] {
  const explained = explainFunctions(syntax);
  const code = highlight(syntax);
  return wanted.map(({ symbol, line, lines }) => {
    const found = explained.find((one) => one.symbol === symbol && one.line === line);
    const added = addedByLine(found?.increments ?? []);
    const shown = code.slice(line - 1, line - 1 + Math.min(lines, MOST_ROWS));
    return {
      symbol,
      line,
      rows: shown.map((row, at) => ({ added: added.get(line + at) ?? 0, code: row })),
      more: Math.max(0, lines - MOST_ROWS),
    };
  });
}

function addedByLine(increments: readonly Increment[]): Map<number, number> {
  const added = new Map<number, number>();
  for (const { metric, line, amount } of increments)
    if (metric === 'cognitive') added.set(line, (added.get(line) ?? 0) + amount);
  return added;
}
