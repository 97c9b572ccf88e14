import { childByField, kindOf, type Node, type Syntax } from '../../../languages/syntax.ts';

/**
 * Signs that a formatter writes or leaves out as a line is broken, without another meaning: a comma behind the last of a list, `|` in front of
 * the first alternative, parentheses around JSX and around `a ? b : c` that an arrow function returns.
 * @param node a node or token; @param before the token before it
 * @returns the last node of the sign, which stands for nothing; -1 where there is none
 */
export function layoutAt(syntax: Syntax, node: Node, before: string): Node {
  const kind = kindOf(syntax, node);
  if (kind === ',') return isTrailing(syntax, node, before) ? node : -1;
  if (kind === '(' || kind === ')') return holdsLayout(syntax, syntax.parent[node]!) ? node : -1;
  if (kind === 'parenthesized_expression') return holdsLayout(syntax, node) ? node + 1 : -1;
  const isType = kind === 'union_type' || kind === 'intersection_type';
  return isType && /^[|&]$/.test(kindOf(syntax, node + 1)) ? node + 1 : -1;
}

const CLOSING = /^[)\]}>]$/;

/** Behind a hole of an array it is one more hole. */
function isTrailing(syntax: Syntax, comma: Node, before: string): boolean {
  const parent = syntax.parent[comma]!;
  let next = syntax.after[comma]!;
  while (next < syntax.after[parent]! && kindOf(syntax, next) === 'comment') next = syntax.after[next]!;
  return next < syntax.after[parent]! && CLOSING.test(kindOf(syntax, next)) && before !== ',' && before !== '[';
}

/** Where a value may begin on the next line: behind `return`, `throw` or `yield` it would be another statement. */
const BROKEN_FREELY = /^(arrow_function|variable_declarator|assignment_expression|pair|arguments|jsx_expression)$/;

function holdsLayout(syntax: Syntax, node: Node): boolean {
  if (node === -1 || kindOf(syntax, node) !== 'parenthesized_expression') return false;
  const inner = kindOf(syntax, node + 2);
  const holder = syntax.parent[node]!;
  if (/^jsx_/.test(inner)) return BROKEN_FREELY.test(kindOf(syntax, holder));
  return (
    inner === 'ternary_expression' &&
    kindOf(syntax, holder) === 'arrow_function' &&
    childByField(syntax, holder, 'body') === node
  );
}
