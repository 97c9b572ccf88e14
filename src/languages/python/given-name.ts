import { childByField, childrenOf, kindOf, type Node, namedChildrenOf, type Syntax, textOf } from '../syntax.ts';
import { isInert } from './describe-statement.ts';

const EARLIER = new Set(['comment', 'import_statement', 'import_from_statement', 'future_import_statement']);

/**
 * The name that a module gives itself by `__name__ = "m"` behind its imports and before all else, as the parts of a split do: what it defines is of
 * that module. Null where it does not, or does it later, or twice.
 */
export function givenName(syntax: Syntax): string | null {
  if ([...syntax.text.matchAll(/\b__name__\b[^\n=!<>]*=(?!=)/g)].length !== 1) return null;
  for (const statement of childrenOf(syntax, 0)) {
    if (EARLIER.has(kindOf(syntax, statement)) || isInert(syntax, statement)) continue;
    return nameIn(syntax, statement);
  }
  return null;
}

function nameIn(syntax: Syntax, statement: Node): string | null {
  const [assignment] = namedChildrenOf(syntax, statement);
  if (assignment === undefined || kindOf(syntax, assignment) !== 'assignment') return null;
  const [left, right] = [childByField(syntax, assignment, 'left'), childByField(syntax, assignment, 'right')];
  if (left === -1 || right === -1 || textOf(syntax, left) !== '__name__') return null;
  return /^"([\w.]+)"$/.exec(textOf(syntax, right))?.[1] ?? null;
}
