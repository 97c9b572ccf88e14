import { childByField, kindOf, type Node, namedChildrenOf, type Syntax } from '../../../src/languages/syntax.ts';

/**
 * What is around a call of which only one part runs: `if`, `switch`, `a ? b : c`, `try` and `catch`, and what stands behind an `if` that leaves
 * the function. Each as `statement:part`, a statement by its offset.
 */
export function branchesOf(syntax: Syntax, node: Node): string[] {
  const found: string[] = [];
  let below = node;
  for (let up = syntax.parent[node]!; below > 0; below = up, up = syntax.parent[up]!) {
    const part = partOf(syntax, up, below);
    if (part !== null) found.unshift(part);
    if (
      kindOf(syntax, up) === 'if_statement' &&
      childByField(syntax, up, 'consequence') === below &&
      leaves(syntax, below)
    )
      found.unshift(`${syntax.start[up]}x:0`);
    if (/^(?:statement_block|program)$/.test(kindOf(syntax, up))) found.unshift(...leftBefore(syntax, up, below));
    if (up <= 0) break;
  }
  return found;
}

function partOf(syntax: Syntax, up: Node, below: Node): string | null {
  const at = syntax.start[up];
  switch (kindOf(syntax, up)) {
    case 'if_statement':
    case 'ternary_expression':
      if (childByField(syntax, up, 'condition') === below) return null;
      return `${at}${kindOf(syntax, up)}:${childByField(syntax, up, 'alternative') === below ? 1 : 0}`;
    case 'try_statement':
      if (childByField(syntax, up, 'finalizer') === below) return null;
      return `${at}try:${childByField(syntax, up, 'handler') === below ? 1 : 0}`;
    case 'switch_body':
      return `${at}switch:${syntax.start[firstOfRun(syntax, up, below)]}`;
    default:
      return null;
  }
}

/** A case that does not leave runs on into the next: both are of the first. */
function firstOfRun(syntax: Syntax, body: Node, own: Node): Node {
  let first = own;
  for (const one of namedChildrenOf(syntax, body).reverse())
    if (syntax.start[one]! < syntax.start[first]! && /^switch_/.test(kindOf(syntax, one))) {
      if (leaves(syntax, one, /^(?:return|throw|break|continue)_statement$/)) return first;
      first = one;
    }
  return first;
}

/** A statement, or the last one of a block or case, that nothing comes behind. */
function leaves(syntax: Syntax, node: Node, how = /^(?:return|throw)_statement$/): boolean {
  const kind = kindOf(syntax, node);
  if (how.test(kind)) return true;
  if (!/^(?:statement_block|switch_case|switch_default)$/.test(kind)) return false;
  const last = namedChildrenOf(syntax, node).findLast((one) => kindOf(syntax, one) !== 'comment');
  return last !== undefined && leaves(syntax, last, how);
}

const leftBefore = (syntax: Syntax, block: Node, below: Node): string[] =>
  namedChildrenOf(syntax, block).flatMap((one) => {
    if (syntax.start[one]! >= syntax.start[below]! || kindOf(syntax, one) !== 'if_statement') return [];
    const consequence = childByField(syntax, one, 'consequence');
    return consequence !== -1 && leaves(syntax, consequence) ? [`${syntax.start[one]}x:1`] : [];
  });
