import { lineAt, lineStartsOf } from '../../../../src/core/lines.ts';
import type { Snippet } from './snippet.ts';

interface Cell {
  readonly cell_type?: unknown;
  readonly source?: unknown;
}

/** Cells that another program reads, such as `%%bash`; of others the first line alone is IPython's. */
const FOREIGN = /^%%(?!time\b|timeit\b|capture\b|prun\b|python3?\b|skip\b)/;

/** The code of a notebook's cells, one after the other: they share their names. Null for what is no notebook. */
export function notebookSnippet(json: string): Snippet | null {
  const cells = cellsOf(json);
  if (cells === null) return null;
  const starts = lineStartsOf(json);
  const text: string[] = [];
  const lines: number[] = [];
  let from = 0;
  for (const cell of cells) {
    const source = sourceOf(cell);
    if (source === null || (cell.cell_type !== undefined && cell.cell_type !== 'code') || FOREIGN.test(source))
      continue;
    for (const line of source.split('\n')) {
      // As the file spells it: a line of its own, or a piece of one long string.
      const spelt = JSON.stringify(line).slice(1, -1);
      const at = spelt === '' ? -1 : json.indexOf(spelt, from);
      if (at !== -1) from = at;
      text.push(plain(line));
      lines.push(lineAt(starts, from));
    }
  }
  return text.length === 0 ? null : { text: text.join('\n'), lines };
}

function cellsOf(json: string): readonly Cell[] | null {
  try {
    const parsed: unknown = JSON.parse(json);
    const cells = typeof parsed === 'object' && parsed !== null && 'cells' in parsed ? parsed.cells : null;
    return Array.isArray(cells) ? cells.filter((cell) => typeof cell === 'object' && cell !== null) : null;
  } catch {
    // No JSON holds no cells.
    return null;
  }
}

function sourceOf({ source }: Cell): string | null {
  if (typeof source === 'string') return source;
  return Array.isArray(source) ? source.join('') : null;
}

/** What IPython reads and Python does not stands for nothing, but keeps its place in a block: `%time f()` runs its rest. */
const plain = (line: string): string =>
  line.replace(/^(\s*)(?:%(?:time|timeit|prun)\b(?:\s+-\S+(?:\s+\d+)?)*\s*|[%!?].*$)/, (whole, indent: string) =>
    /^\s*%(?:time|timeit|prun)\b/.test(whole) && whole !== line ? indent : `${indent}pass`,
  );
