import { readUseTree, type UseLeaf } from '../../../src/languages/rust/use-tree.ts';
import { kindOf, type Syntax } from '../../../src/languages/syntax.ts';

const known = new WeakMap<Syntax, readonly UseLeaf[]>();

/** The leaves of all `use` declarations of a file, those in its blocks too. */
export function useLeaves(syntax: Syntax): readonly UseLeaf[] {
  const found = known.get(syntax) ?? readLeaves(syntax);
  known.set(syntax, found);
  return found;
}

function readLeaves(syntax: Syntax): UseLeaf[] {
  const found: UseLeaf[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'use_declaration') found.push(...readUseTree(syntax, node));
  return found;
}
