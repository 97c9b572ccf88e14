import { innerItem } from '../../../src/languages/rust/definitions.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** The macro that an item-position call names, without its path. */
export const macroOf = (syntax: Syntax, node: Node): string =>
  textOf(syntax, childByField(syntax, innerItem(syntax, node), 'macro')).replace(/^.*::\s*/, '');

/** Names before a `!` in a tree. */
export const calledIn = (syntax: Syntax, tree: Node): string[] => calledBetween(syntax, tree, syntax.after[tree]!);

/** Names before a `!` of the nodes from..to. */
export function calledBetween(syntax: Syntax, from: Node, to: Node): string[] {
  const found: string[] = [];
  for (let node = from; node < to; node++)
    if (kindOf(syntax, node) === 'identifier' && syntax.text[syntax.end[node]!] === '!')
      found.push(textOf(syntax, node));
  return found;
}
