import type { Node } from '../syntax.ts';
import type { FlatTree } from './flat-tree.ts';
import { type Cursor, fieldAt, type KindTable } from './kind-table.ts';

/**
 * The fields of a node's children follow from its kind and theirs, tokens and comments included: `let` `(` pattern `=` value `;`. Shapes are
 * the states of an automaton over these: one for each beginning of a row of children that was met. Each row is asked for once.
 */
interface Shapes {
  readonly next: Map<number, number>;
  /** Shape -> fields of the children; null if none stands in one, undefined if that is not known yet. */
  readonly fields: (readonly number[] | null | undefined)[];
  /** Shape -> how many children. */
  readonly lengths: number[];
}

const NO_SHAPE = -1;
/** Children of longer rows (`class` bodies) are asked one by one. */
const LONGEST = 24;
const MOST = 50_000;
const KINDS = 1024;

const shapesOfTables = new WeakMap<KindTable, Shapes>();

/** Fills the column of fields. */
export function fillFields(flat: FlatTree, table: KindTable, cursorOn: (node: Node) => Cursor): void {
  const shapes = shapesOf(table);
  const { kind, after } = flat;
  const { withFields } = table;
  for (let node = 0; node < flat.size; node++) {
    if (withFields[kind[node]!] === 0) continue;
    const end = after[node]!;
    // The shape of a node without children is its kind.
    let shape = kind[node]!;
    for (let child = node + 1; child < end && shape !== NO_SHAPE; child = after[child]!)
      shape = nextShape(shapes, shape, kind[child]!);
    const known = shape === NO_SHAPE ? undefined : shapes.fields[shape];
    if (known === null) continue;
    const fields = known ?? askFields(table, cursorOn(node));
    if (known === undefined && shape !== NO_SHAPE) shapes.fields[shape] = fields;
    if (fields !== null) setFields(flat, node, fields);
  }
}

function shapesOf(table: KindTable): Shapes {
  let shapes = shapesOfTables.get(table);
  if (!shapes || shapes.fields.length > MOST) {
    shapes = { next: new Map(), fields: new Array(KINDS).fill(undefined), lengths: new Array(KINDS).fill(0) };
    shapesOfTables.set(table, shapes);
  }
  return shapes;
}

function nextShape(shapes: Shapes, shape: number, kind: number): number {
  const key = shape * KINDS + kind;
  const known = shapes.next.get(key);
  if (known !== undefined) return known;
  if (shapes.lengths[shape] === LONGEST) return NO_SHAPE;
  const next = shapes.fields.push(undefined) - 1;
  shapes.lengths.push(shapes.lengths[shape]! + 1);
  shapes.next.set(key, next);
  return next;
}

function askFields(table: KindTable, cursor: Cursor): readonly number[] | null {
  const fields: number[] = [];
  for (let more = cursor.gotoFirstChild(); more; more = cursor.gotoNextSibling()) fields.push(fieldAt(table, cursor));
  return fields.some((field) => field !== 0) ? fields : null;
}

function setFields({ after, field }: FlatTree, node: Node, fields: readonly number[]): void {
  let child = node + 1;
  for (const each of fields) {
    field[child] = each;
    child = after[child]!;
  }
}
