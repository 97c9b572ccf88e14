import type Parser from 'tree-sitter';
import type { Node } from '../syntax.ts';
import { fillFields } from './field-shapes.ts';
import type { FlatTree } from './flat-tree.ts';
import { type KindTable, WORD } from './kind-table.ts';
import { type Found, findNodes } from './native-search.ts';
import { wordEnd } from './word-end.ts';

/**
 * All nodes of a sound tree from one native search: it tells kind and start. The end of a token follows from its kind or the text, other
 * ends are asked for, and the ends tell what lies below what. Null where that is not enough: a kind that was not met before, a node
 * without width.
 * @param source the text that was parsed
 */
export function flattenAtOnce(tree: Parser.Tree, source: string, table: KindTable): FlatTree | null {
  const root = tree.rootNode;
  const kind = table.ofNative[root.typeId]!;
  const range = { start: root.startIndex, end: root.endIndex };
  const found = findNodes(tree, table.byFrequency);
  if (found === null || kind === 0) return null;
  const flat = allocate(found.kinds.length + 1);
  flat.kind[0] = kind;
  flat.start[0] = range.start;
  flat.end[0] = range.end;
  flat.parent[0] = -1;
  const skipped = nest(found, source, table, flat);
  if (skipped === null) return null;
  fillFields(flat, table, (node) => found.cursorOn(foundAs(node, skipped)));
  return flat;
}

type Columns = { -readonly [Name in keyof FlatTree]: FlatTree[Name] };

const allocate = (size: number): Columns => ({
  size,
  kind: new Uint16Array(size),
  start: new Uint32Array(size),
  end: new Uint32Array(size),
  parent: new Int32Array(size),
  after: new Uint32Array(size),
  field: new Uint16Array(size),
  errors: [],
});

/** Fills all columns but the fields, and says in front of which nodes one was left out; null if the ends do not tell what lies where. */
function nest(found: Found, source: string, table: KindTable, flat: Columns): Node[] | null {
  const { kind: kinds, start: starts, end: ends, parent: parents, after: afters } = flat;
  const { ofNative, named, leaves } = table;
  const skipped: Node[] = [];
  let size = 1;
  /** The innermost node that is open. */
  let open = 0;
  let tokenEnd = 0;
  for (let i = 0; i < found.kinds.length; i++) {
    const start = found.startOf(i);
    // A token has no children (Python's `not in` has two, which nobody needs).
    if (start < tokenEnd) {
      skipped.push(size);
      continue;
    }
    open = closeBefore(flat, open, start, size);
    if (open === -1) return null;
    const kind = ofNative[found.kinds[i]!]!;
    // A name that is known can be that of another kind: the token `block` in `$x:block`.
    if (kind === 0) return null;
    const end = endOf(found, i, start, table.widths[kind]!, source);
    if (end <= start) return null;
    kinds[size] = kind;
    starts[size] = start;
    ends[size] = end;
    parents[size] = open;
    if (named[kind] === 1 && leaves[kind] === 0) open = size++;
    else {
      afters[size] = ++size;
      tokenEnd = end;
    }
  }
  closeBefore(flat, open, Number.POSITIVE_INFINITY, size);
  if (size < flat.size) shorten(flat, size);
  return skipped;
}

/** Closes what ends before `start`; what is open then. */
function closeBefore({ end, parent, after }: Columns, open: Node, start: number, size: number): Node {
  let node = open;
  while (node !== -1 && start >= end[node]!) {
    after[node] = size;
    node = parent[node]!;
  }
  return node;
}

function endOf(found: Found, node: number, start: number, width: number, source: string): number {
  if (width > 0) return start + width;
  const end = width === WORD ? wordEnd(source, start) : -1;
  return end === -1 ? found.endOf(node) : end;
}

function shorten(flat: Columns, size: number): void {
  flat.size = size;
  flat.kind = flat.kind.subarray(0, size);
  flat.start = flat.start.subarray(0, size);
  flat.end = flat.end.subarray(0, size);
  flat.parent = flat.parent.subarray(0, size);
  flat.after = flat.after.subarray(0, size);
  flat.field = flat.field.subarray(0, size);
}

/** The number by which a node was found. */
function foundAs(node: Node, skipped: readonly Node[]): number {
  let number = node - 1;
  for (const place of skipped) {
    if (place > node) break;
    number += 1;
  }
  return number;
}
