import type { Range } from '../../core/range.ts';
import { childByField, childrenOf, type Syntax, textOf } from '../syntax.ts';
import { assignedNode } from './describe-statement.ts';
import { readImports } from './read-imports.ts';

/** The first import of a file that waits for the first use of its name, or the list that makes imports wait (Python 3.15); null if none does. */
export function lazyImport(syntax: Syntax): Range | null {
  const lazy = readImports(syntax).find((one) => one.lazy);
  if (lazy) return { start: lazy.start, end: lazy.end };
  for (const statement of childrenOf(syntax, 0)) {
    const assignment = assignedNode(syntax, statement);
    const left = assignment === -1 ? -1 : childByField(syntax, assignment, 'left');
    if (left !== -1 && textOf(syntax, left) === '__lazy_modules__')
      return { start: syntax.start[left]!, end: syntax.end[left]! };
  }
  return null;
}
