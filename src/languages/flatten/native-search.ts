import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type Parser from 'tree-sitter';
import type { Cursor } from './kind-table.ts';

const require = createRequire(import.meta.url);

/** Numbers by which a node is handed to and from the native side: its id in two, its start in bytes, row and column, its alias. */
const HANDED = 6;
const START = 2;

/** What stands behind the classes of the `tree-sitter` package. */
interface Binding {
  /** Replaced by a longer one when a search finds more nodes than it holds. */
  readonly nodeTransferArray: Uint32Array;
  readonly NodeMethods: {
    /** The kinds of the nodes found, in preorder, each handed over; a node that has an object already is given as that instead. */
    descendantsOfType(tree: Parser.Tree, names: readonly string[]): (number | object)[];
    /** Of the node that is handed over first. */
    endIndex(tree: Parser.Tree): number;
  };
}

/** All nodes below the root in preorder, by number from 0, as they were found. */
export interface Found {
  readonly kinds: readonly number[];
  /** UTF-16. */
  readonly startOf: (found: number) => number;
  /** A native call. */
  readonly endOf: (found: number) => number;
  /** A cursor on that node, which it takes for the root. */
  readonly cursorOn: (found: number) => Cursor;
}

let binding: Binding | null | undefined;

/**
 * Finds all nodes of these names in one native call, without an object for each as the package's own methods make. It does not export this:
 * null if it has another form than that of 0.22. Null as well if the tree has nodes of other names.
 */
export function findNodes(tree: Parser.Tree, names: readonly string[]): Found | null {
  if (binding === undefined) binding = loadBinding();
  if (binding === null) return null;
  const methods = binding.NodeMethods;
  const root = tree.rootNode;
  // A getter hands its node over first.
  const total = root.descendantCount;
  const found = methods.descendantsOfType(tree, names);
  if (found.length !== total) return null;
  // The root comes first: as the object that it has, or handed over if an earlier object was collected but is still on the native list.
  const offset = typeof found.shift() === 'number' ? HANDED : 0;
  const handed = binding.nodeTransferArray;
  const first = handed.slice(offset, offset + HANDED);
  const handOver = (node: number): void => {
    const from = offset + node * HANDED;
    if (from === 0) handed.set(first);
    else handed.copyWithin(0, from, from + HANDED);
  };
  let cursor: Cursor | null = null;
  return {
    kinds: found as number[],
    startOf: (node) => handed[offset + node * HANDED + START]! >>> 1,
    endOf: (node) => {
      handOver(node);
      return methods.endIndex(tree);
    },
    cursorOn: (node) => {
      cursor ??= tree.walk() as Cursor;
      handOver(node);
      cursor.reset();
      return cursor;
    },
  };
}

function loadBinding(): Binding | null {
  const main = require.resolve('tree-sitter');
  const found = createRequire(main)('node-gyp-build')(dirname(main)) as Partial<Binding>;
  const isKnown =
    typeof found.NodeMethods?.descendantsOfType === 'function' && typeof found.NodeMethods.endIndex === 'function';
  return isKnown ? (found as Binding) : null;
}
