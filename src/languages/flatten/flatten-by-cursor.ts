import type Parser from 'tree-sitter';
import type { FlatTree } from './flat-tree.ts';
import { type Cursor, ERROR_KIND, fieldAt, type KindTable, kindAt, orderKinds, WORD } from './kind-table.ts';
import { wordEnd } from './word-end.ts';

interface Columns {
  kind: Uint16Array;
  start: Uint32Array;
  end: Uint32Array;
  parent: Int32Array;
  after: Uint32Array;
  field: Uint16Array;
}

// One set of columns per thread, grown as needed and copied out at the end: no allocation while walking.
let columns = allocate(1 << 15);

function allocate(capacity: number): Columns {
  return {
    kind: new Uint16Array(capacity),
    start: new Uint32Array(capacity),
    end: new Uint32Array(capacity),
    parent: new Int32Array(capacity),
    after: new Uint32Array(capacity),
    field: new Uint16Array(capacity),
  };
}

function grow(): void {
  const larger = allocate(columns.kind.length * 2);
  for (const name of Object.keys(columns) as (keyof Columns)[]) larger[name].set(columns[name]);
  columns = larger;
}

/** Node by node, with four to six native calls for each: for small trees, and for what only a cursor can tell (errors, kinds that are new). */
export function flattenByCursor(
  tree: Parser.Tree,
  table: KindTable,
  source: string,
  withFields: ReadonlySet<string>,
): FlatTree {
  const cursor = tree.walk() as Cursor;
  const errors: number[] = [];
  const isSound = !tree.rootNode.hasError;
  let size = 0;
  let parent = -1;
  let inFields = false;
  for (;;) {
    if (size === columns.kind.length) grow();
    const node = size++;
    const kind = kindAt(table, cursor, withFields);
    columns.kind[node] = kind;
    columns.parent[node] = parent;
    columns.start[node] = cursor.startIndex;
    columns.end[node] = endOf(cursor, columns.start[node]!, isSound ? table.widths[kind]! : 0, source);
    columns.field[node] = inFields ? fieldAt(table, cursor) : 0;
    if (!isSound) noteError(errors, node, cursor);
    // A token has no children (Python's `not in` has two, which nobody needs).
    if (table.named[kind] === 1 && table.leaves[kind] === 0 && cursor.gotoFirstChild()) {
      parent = node;
      inFields = table.withFields[kind] === 1;
      continue;
    }
    columns.after[node] = size;
    const above = closeAll(cursor, parent, size);
    if (above === ENDED) break;
    parent = above;
    inFields = parent !== -1 && table.withFields[columns.kind[parent]!] === 1;
  }
  orderKinds(table, columns.kind.subarray(0, size));
  return {
    size,
    kind: columns.kind.slice(0, size),
    start: columns.start.slice(0, size),
    end: columns.end.slice(0, size),
    parent: columns.parent.slice(0, size),
    after: columns.after.slice(0, size),
    field: columns.field.slice(0, size),
    errors,
  };
}

function noteError(errors: number[], node: number, cursor: Cursor): void {
  const isMissing = columns.start[node] === columns.end[node] && cursor.nodeIsMissing;
  if (columns.kind[node] === ERROR_KIND || isMissing) errors.push(node);
}

/** A call for each end that the kind does not tell. In a broken tree a token can be missing, without width: there all are asked for. */
function endOf(cursor: Cursor, start: number, width: number, source: string): number {
  if (width > 0) return start + width;
  const end = width === WORD ? wordEnd(source, start) : -1;
  return end === -1 ? cursor.endIndex : end;
}

const ENDED = -2;

/** Goes on to the next node behind the one that has no children, and says what that lies below. */
function closeAll(cursor: Cursor, parent: number, size: number): number {
  let open = parent;
  while (!cursor.gotoNextSibling()) {
    if (open === -1) return ENDED;
    cursor.gotoParent();
    columns.after[open] = size;
    open = columns.parent[open]!;
  }
  return open;
}
