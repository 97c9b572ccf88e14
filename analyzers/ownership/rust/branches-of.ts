import { cfgOf } from '../../../src/languages/rust/attributes.ts';
import { attributesBefore } from '../../../src/languages/rust/composition/surroundings.ts';
import {
  childByField,
  childrenOf,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';

/**
 * `if` and `match` around a node, and what leaves the function before it: two sides of one never run both. Conditions before a statement count
 * too. Each as `statement:part`, a statement by its offset.
 */
export function branchesOf(syntax: Syntax, node: Node): string[] {
  const found: string[] = [];
  let below = node;
  for (
    let up = syntax.parent[node]!;
    up > 0 && kindOf(syntax, up) !== 'function_item';
    below = up, up = syntax.parent[up]!
  ) {
    found.unshift(...partsAt(syntax, up, below));
    const cfg = cfgOf(attributesBefore(syntax, below));
    if (cfg.length > 0) found.unshift(`cfg:${cfg.join(' ').replaceAll(':', ' ')}`);
  }
  return found;
}

function partsAt(syntax: Syntax, up: Node, below: Node): string[] {
  const at = syntax.start[up];
  switch (kindOf(syntax, up)) {
    case 'if_expression': {
      const part = `${at}if:${childByField(syntax, up, 'alternative') === below ? 1 : 0}`;
      return childByField(syntax, up, 'consequence') === below && leaves(syntax, below) ? [`${at}x:0`, part] : [part];
    }
    case 'let_declaration':
      return childByField(syntax, up, 'alternative') === below ? [`${at}x:0`] : [];
    case 'match_block':
      return [`${at}match:${below}`];
    case 'block':
      return leftBefore(syntax, up, below);
    default:
      return [];
  }
}

/** Statements of a block before one that leave the function on one of two ways: `if … { return … }`, `let … else { return … }`. */
const leftBefore = (syntax: Syntax, block: Node, below: Node): string[] =>
  namedChildrenOf(syntax, block).flatMap((one) => {
    if (syntax.start[one]! >= syntax.start[below]!) return [];
    if (kindOf(syntax, one) === 'let_declaration')
      return childByField(syntax, one, 'alternative') === -1 ? [] : [`${syntax.start[one]}x:1`];
    const [inner = one] = kindOf(syntax, one) === 'expression_statement' ? namedChildrenOf(syntax, one) : [];
    if (kindOf(syntax, inner) !== 'if_expression') return [];
    const consequence = childByField(syntax, inner, 'consequence');
    return consequence !== -1 && leaves(syntax, consequence) ? [`${syntax.start[inner]}x:1`] : [];
  });

/** A block whose last word leaves what is around it. */
function leaves(syntax: Syntax, block: Node): boolean {
  const last = childrenOf(syntax, block).findLast((one) => !/^(?:[{}]|\w+_comment)$/.test(kindOf(syntax, one)));
  if (last === undefined) return false;
  const [inner = last] = kindOf(syntax, last) === 'expression_statement' ? namedChildrenOf(syntax, last) : [];
  return (
    /^(?:return|break|continue)_expression$/.test(kindOf(syntax, inner)) ||
    (kindOf(syntax, inner) === 'macro_invocation' &&
      /^(?:panic|unreachable|todo|unimplemented|bail)$/.test(textOf(syntax, childByField(syntax, inner, 'macro'))))
  );
}
