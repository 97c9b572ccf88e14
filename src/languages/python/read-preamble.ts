import type { Range } from '../../core/range.ts';
import { kindOf, type Node, type Syntax } from '../syntax.ts';

export interface Preamble {
  /** The string that becomes `__doc__`, or null. */
  readonly docstring: Range | null;
  /** Every `from __future__` statement. */
  readonly futures: readonly Range[];
}

/** What has to come first in a Python file. */
export function readPreamble(syntax: Syntax): Preamble {
  let docstring: Range | null = null;
  const futures: Range[] = [];
  let first = true;
  for (let node = 1; node < syntax.size; node = syntax.after[node]!) {
    const kind = kindOf(syntax, node);
    if (kind === 'comment') continue;
    if (first && kind === 'expression_statement' && /string$/.test(kindOf(syntax, node + 1)))
      docstring = rangeOf(syntax, node);
    if (kind === 'future_import_statement') futures.push(rangeOf(syntax, node));
    first = false;
  }
  return { docstring, futures };
}

const rangeOf = (syntax: Syntax, node: Node): Range => ({ start: syntax.start[node]!, end: syntax.end[node]! });
