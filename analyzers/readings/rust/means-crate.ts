import { readUseTree } from '../../../src/languages/rust/use-tree.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/**
 * Whether a path that begins with a name begins with the crate of that name, where a node stands: nothing in the modules and blocks around it
 * declares or imports another thing so, and no glob but those of the modules above, nor a macro that makes items, could bring one.
 */
export function meansCrate(syntax: Syntax, name: string, at: Node): boolean {
  for (let node = 1; node < syntax.size; node++)
    if (isAround(syntax, node, at) && mayMean(syntax, node, name)) return false;
  return true;
}

/** Whether a declaration may give the name another meaning. */
function mayMean(syntax: Syntax, node: Node, name: string): boolean {
  const kind = kindOf(syntax, node);
  if (kind === 'mod_item' || kind === 'extern_crate_declaration')
    return textOf(syntax, node).includes(name) && declares(syntax, node, name);
  if (kind === 'use_declaration') return readUseTree(syntax, node).some((leaf) => mayBring(leaf, name));
  return kind === 'macro_invocation' && makesItems(syntax, node);
}

/** What holds a node holds the other one too. */
function isAround(syntax: Syntax, node: Node, at: Node): boolean {
  const holder = holderOf(syntax, node);
  return holder <= at && at < syntax.after[holder]!;
}

/** A macro call with a semicolon stands in a statement of its own. */
function holderOf(syntax: Syntax, node: Node): Node {
  const parent = syntax.parent[node]!;
  return kindOf(syntax, parent) === 'expression_statement' ? syntax.parent[parent]! : parent;
}

/** It stands where items do, with or without a semicolon. */
const makesItems = (syntax: Syntax, macro: Node): boolean =>
  /^(?:source_file|declaration_list)$/.test(kindOf(syntax, holderOf(syntax, macro)));

const declares = (syntax: Syntax, node: Node, name: string): boolean =>
  ['name', 'alias'].some((field) => {
    const own = childByField(syntax, node, field);
    return own !== -1 && textOf(syntax, own) === name;
  });

function mayBring({ segments, alias, glob }: ReturnType<typeof readUseTree>[number], name: string): boolean {
  if (glob) return !segments.every((segment) => segment === 'super' || segment === 'self');
  // `use name;` says which crate is meant.
  return (alias ?? segments.at(-1)) === name && !(alias === null && segments.filter((one) => one !== '').length === 1);
}
