import type { Syntax } from '../syntax.ts';
import { collectAccesses } from './collect-accesses.ts';
import { resolveNames } from './resolve-names.ts';
import type { ScopeTree } from './scope-tree.ts';

/**
 * The scopes of a Python module and what each name in them means, as CPython's compiler sees it (comprehensions are scopes, as in 3.11).
 * Offsets are UTF-16 into the text. A file with syntax errors gives what could be read; ask `syntax.errors`.
 */
export function analyzeScopes(syntax: Syntax): ScopeTree {
  const tree = collectAccesses(syntax);
  resolveNames(tree.scopes);
  return tree;
}
