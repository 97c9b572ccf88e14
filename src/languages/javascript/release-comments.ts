import type { FlatTree } from '../flatten/flat-tree.ts';
import type { Kinds, Node } from '../syntax.ts';

/**
 * Where a semicolon may be missing, the grammar takes the comments behind a statement, a method or a block for a part of it. A comment behind
 * the last token of a node goes to the node around it, and the node ends where its last token does. Changes the tree in place: in preorder,
 * the comment stays where it is.
 */
export function releaseComments(tree: FlatTree, kinds: Kinds): void {
  const { size, kind, end, parent, after } = tree;
  const comment = kinds.names.indexOf('comment');
  for (let node: Node = size - 1; node > 1; node--) {
    if (kind[node] !== comment) continue;
    for (let up = parent[node]!; up > 0 && up < node - 1 && after[up] === node + 1; up = parent[node]!) {
      after[up] = node;
      end[up] = end[node - 1]!;
      parent[node] = parent[up]!;
    }
  }
}
