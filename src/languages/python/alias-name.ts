import { childByField, firstChild, kindOf, type Node, type Syntax } from '../syntax.ts';

/**
 * The identifier that a type_alias_statement defines, or -1: the grammar also reads `type(x).y = z` so, an assignment whose target begins
 * with a call of `type`.
 */
export function aliasName(syntax: Syntax, statement: Node): Node {
  const left = childByField(syntax, statement, 'left');
  let name = left === -1 ? -1 : firstChild(syntax, left);
  if (name !== -1 && kindOf(syntax, name) === 'generic_type') name = firstChild(syntax, name);
  return name !== -1 && kindOf(syntax, name) === 'identifier' ? name : -1;
}
