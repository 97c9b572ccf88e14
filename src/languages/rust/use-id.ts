import { byText } from '../../core/compare.ts';
import type { Node, Syntax } from '../syntax.ts';
import { joinTokens, tokensOf } from './tokens.ts';
import { readUseTree } from './use-tree.ts';

const DEEPEST = 100;

interface Branch {
  readonly leaves: string[];
  readonly branches: Map<string, Branch>;
}

/** `use std::{fmt,io::{self,Read as _}}`: the same for every order, nesting and layout that rustfmt may choose. */
export function useId(syntax: Syntax, node: Node): string {
  const root: Branch = { leaves: [], branches: new Map() };
  const leaves = readUseTree(syntax, node);
  // Nothing that compiles is so deep; printing must not overflow the stack for the rest.
  if (leaves.length === 0 || leaves.some((leaf) => leaf.segments.length > DEEPEST))
    return joinTokens(tokensOf(syntax, node, syntax.after[node]!, 20).filter((token) => token !== ';'));
  for (const leaf of leaves) {
    const path = leaf.glob ? [...leaf.segments, '*'] : leaf.self ? [...leaf.segments, 'self'] : leaf.segments;
    let branch = root;
    for (const segment of path.slice(0, -1)) {
      const next = branch.branches.get(segment) ?? { leaves: [], branches: new Map() };
      branch.branches.set(segment, next);
      branch = next;
    }
    const last = path[path.length - 1] ?? '';
    branch.leaves.push(leaf.alias === null || leaf.alias === last ? last : `${last} as ${leaf.alias}`);
  }
  return `use ${printBranch(root)}`;
}

function printBranch(branch: Branch): string {
  const parts = [...new Set(branch.leaves)].sort(byText);
  for (const key of [...branch.branches.keys()].sort(byText))
    parts.push(`${key}::${printBranch(branch.branches.get(key)!)}`);
  return parts.length === 1 ? parts[0]! : `{${parts.join(',')}}`;
}
