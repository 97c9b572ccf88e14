import type { Range } from '../../core/range.ts';
import type { Node } from '../syntax.ts';
import type { FlatTree } from './flat-tree.ts';

/**
 * A tree with comments put in that were blanked before parsing: each as a child of the innermost node around it, as if it had been read.
 * @param kind the number of comments
 */
export const insertComments = (tree: FlatTree, comments: readonly Range[], kind: number): FlatTree =>
  comments.reduce((grown, comment) => insertLeaf(grown, comment, kind), tree);

function insertLeaf(tree: FlatTree, { start, end }: Range, kind: number): FlatTree {
  const { around, at } = placeOf(tree, start);
  const moved = (node: Node): Node => (node >= at ? node + 1 : node);
  const grown: FlatTree = {
    size: tree.size + 1,
    kind: withOne(tree.kind, at, kind),
    start: withOne(tree.start, at, start),
    end: withOne(tree.end, at, end),
    parent: withOne(tree.parent.map(moved), at, around[around.length - 1]!),
    after: withOne(
      tree.after.map((next) => (next > at ? next + 1 : next)),
      at,
      at + 1,
    ),
    field: withOne(tree.field, at, 0),
    errors: tree.errors.map(moved),
  };
  // What is around it holds it, even where nothing follows in there.
  for (const node of around) grown.after[node] = Math.max(grown.after[node]!, at + 1);
  return grown;
}

/** The nodes around a place, the innermost last, and the number that a leaf there gets. */
function placeOf({ size, start, end, after }: FlatTree, place: number): { around: readonly Node[]; at: Node } {
  const around: Node[] = [0];
  let node: Node = 1;
  let limit = size;
  while (node < limit && start[node]! <= place) {
    if (place < end[node]!) {
      around.push(node);
      limit = after[node]!;
      node += 1;
    } else node = after[node]!;
  }
  return { around, at: node };
}

function withOne<Column extends Uint16Array | Uint32Array | Int32Array>(
  column: Column,
  offset: number,
  value: number,
): Column {
  const grown = new (column.constructor as new (length: number) => Column)(column.length + 1);
  grown.set(column.subarray(0, offset));
  grown[offset] = value;
  grown.set(column.subarray(offset), offset + 1);
  return grown;
}
