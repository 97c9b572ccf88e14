import { type Gap, gap } from './gap.ts';
import { judge } from './judge.ts';
import { proveScalar } from './prove-scalar.ts';
import { type Field, type ObjectShape, resolved, type Shape } from './shape.ts';

/** Pairs of named types that are being shown: where one comes round, it holds as far as all others do. */
type Assumed = ReadonlySet<string>;

const MOST_DEPTH = 60;

interface Proof {
  readonly assumed: Assumed;
  readonly depth: number;
  /** How often alternatives may still be taken apart on the way. */
  readonly splits: number;
}

const START: Proof = { assumed: new Set(), depth: 0, splits: 3 };

/** Shows from both shapes alone that every value of the writer is read: null. A gap is no proof of the contrary. */
export const prove = (writer: Shape, reader: Shape): Gap | null => proveIn(writer, reader, START);

function proveIn(writer: Shape, reader: Shape, proof: Proof): Gap | null {
  if (proof.depth > MOST_DEPTH) return gap('it is nested too deeply');
  const named = namedPair(writer, reader);
  if (named !== null && proof.assumed.has(named)) return null;
  const assumed = named === null ? proof.assumed : new Set([...proof.assumed, named]);
  return proveShapes(resolved(writer), resolved(reader), { ...proof, assumed, depth: proof.depth + 1 });
}

const namedPair = (writer: Shape, reader: Shape): string | null =>
  writer.kind === 'ref' || reader.kind === 'ref' ? `${idOf(writer)} -> ${idOf(reader)}` : null;

// A shape that is not named is told from others by what it holds: names end it.
const idOf = (shape: Shape): string => (shape.kind === 'ref' ? `ref ${shape.id}` : textOf(shape));

const textOf = (shape: Shape): string =>
  JSON.stringify(shape, (key, value: unknown) => {
    if (key === 'at') return undefined;
    if (typeof value === 'bigint') return `${value}n`;
    return isRef(value) ? `ref ${value.id}` : value;
  });

const isRef = (value: unknown): value is Extract<Shape, { kind: 'ref' }> =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'ref';

function proveShapes(writer: Shape, reader: Shape, proof: Proof): Gap | null {
  if (reader.kind === 'any') return null;
  if (writer.kind === 'unsure') return proveIn(writer.shape, reader, proof);
  if (writer.kind === 'union') return first(writer.shapes, (one) => proveIn(one, reader, proof));
  if (writer.kind === 'unknown') return gap(writer.why);
  if (reader.kind === 'unknown' || reader.kind === 'unsure') return gap(reader.why);
  if (reader.kind === 'union') return proveUnion(writer, reader.shapes, proof);
  if (writer.kind === 'object' && reader.kind === 'object') return proveObject(writer, reader, proof);
  if (writer.kind === 'array' || writer.kind === 'tuple') return proveArray(writer, reader, proof);
  return proveScalar(writer, reader);
}

const first = <Item>(items: readonly Item[], check: (item: Item) => Gap | null): Gap | null => {
  for (const item of items) {
    const found = check(item);
    if (found !== null) return found;
  }
  return null;
};

/** One alternative that takes all of it; else the writer is taken apart where it has alternatives of its own. */
function proveUnion(writer: Shape, readers: readonly Shape[], proof: Proof): Gap | null {
  const gaps = readers.map((one) => proveIn(writer, one, proof));
  if (gaps.some((found) => found === null)) return null;
  const parts = proof.splits > 0 ? partsOf(writer) : null;
  if (parts !== null)
    return first(parts, (one) =>
      proveIn(one, { kind: 'union', shapes: readers }, { ...proof, splits: proof.splits - 1 }),
    );
  const [deepest] = [...(gaps as Gap[])].sort((a, b) => b.way.length - a.way.length);
  return deepest ?? gap('nothing is read here');
}

/** Shapes that are together the whole; null where there is nothing to take apart. */
function partsOf(writer: Shape): Shape[] | null {
  if (writer.kind === 'bool') return [true, false].map((value) => ({ kind: 'const', value }));
  if (writer.kind !== 'object') return null;
  for (const [at, field] of writer.fields.entries()) {
    const shape = resolved(field.shape);
    const choices: readonly Shape[] | null = shape.kind === 'bool' ? partsOf(shape) : alternatives(shape);
    if (choices === null || !field.required) continue;
    return choices.map((one) => ({ ...writer, fields: writer.fields.with(at, { ...field, shape: one }) }));
  }
  return null;
}

const alternatives = (shape: Shape): readonly Shape[] | null =>
  shape.kind === 'union' && shape.shapes.length > 1 ? shape.shapes : null;

function proveArray(writer: Extract<Shape, { kind: 'array' | 'tuple' }>, reader: Shape, proof: Proof): Gap | null {
  if (reader.kind === 'array') return proveIntoArray(writer, reader, proof);
  if (reader.kind !== 'tuple') return gap('an array is written');
  const { length } = reader.items;
  const items = writer.kind === 'tuple' ? writer.items : reader.items.map(() => writer.items);
  const isFixed = writer.kind === 'tuple' || (writer.min === writer.max && writer.min === length);
  if (!isFixed || items.length !== length) return gap(`${length} elements are read, another number may be written`);
  return first([...items.keys()], (i) => below(String(i), proveIn(items[i]!, reader.items[i]!, proof)));
}

function proveIntoArray(
  writer: Extract<Shape, { kind: 'array' | 'tuple' }>,
  reader: Extract<Shape, { kind: 'array' }>,
  proof: Proof,
): Gap | null {
  const [min, max] = writer.kind === 'tuple' ? [writer.items.length, writer.items.length] : [writer.min, writer.max];
  if (min < reader.min) return gap(`at least ${reader.min} elements are read`);
  if (reader.max !== null && (max === null || max > reader.max)) return gap(`at most ${reader.max} elements are read`);
  const items = writer.kind === 'tuple' ? writer.items : max === 0 ? [] : [writer.items];
  return first(items, (one) => below('0', proveIn(one, reader.items, proof)));
}

function proveObject(writer: ObjectShape, reader: ObjectShape, proof: Proof): Gap | null {
  const known = new Set(reader.fields.flatMap(({ keys }) => keys));
  const extra = writer.fields.filter(({ keys }) => !known.has(keys[0]!));
  return (
    first(reader.fields, (field) => proveField(writer, field, proof)) ??
    first(extra, (field) => proveExtra(field, reader, proof)) ??
    proveRest(writer, reader, proof)
  );
}

/** What a field of the reader gets from the writer's own fields. */
function proveField(writer: ObjectShape, field: Field, proof: Proof): Gap | null {
  const given = writer.fields.filter(({ keys }) => field.keys.includes(keys[0]!));
  if (given.length > 1) return gap(`\`${field.keys.join('` and `')}\` may both be written`, field);
  const [own] = given;
  if (!own?.required && field.mayRequire !== undefined) return below(field.keys[0]!, gap(field.mayRequire, field));
  if (own === undefined) return field.required ? gap(`\`${field.keys[0]}\` is required`, field) : null;
  if (!own.required && field.required) return gap(`\`${field.keys[0]}\` is required, and may not be written`, own);
  const found = below(own.keys[0]!, proveIn(own.shape, field.shape, proof));
  return found !== null && found.field === null ? { ...found, field } : found;
}

function proveExtra(field: Field, { rest }: ObjectShape, proof: Proof): Gap | null {
  const [key = ''] = field.keys;
  if (rest.kind === 'ignore') return null;
  if (rest.kind === 'forbid') return gap(`\`${key}\` may be written, and no further key is allowed`, field);
  if (judge(rest.keys, key).verdict !== 'accepts') return gap(`\`${key}\` may be no key`, field);
  return below(key, proveIn(field.shape, rest.values, proof));
}

/** Keys that a map of the writer may have: any of the reader's own is among them. */
function proveRest(writer: ObjectShape, reader: ObjectShape, proof: Proof): Gap | null {
  if (writer.rest.kind !== 'map') return null;
  const { keys, values } = writer.rest;
  const written = new Set(writer.fields.map((field) => field.keys[0]!));
  const met = reader.fields.filter((field) => !field.keys.some((key) => written.has(key)) && mayBe(keys, field));
  const collides = reader.fields.find((field) => field.keys.length > 1);
  if (collides !== undefined) return gap(`\`${collides.keys.join('` and `')}\` may both be written`, collides);
  const found = first(met, (field) => below(field.keys[0]!, proveIn(values, field.shape, proof)));
  if (found !== null || reader.rest.kind === 'ignore') return found;
  if (reader.rest.kind === 'forbid') return gap('further keys may be written, and none is allowed');
  const { rest } = reader;
  return below('*', proveIn(keys, rest.keys, proof) ?? proveIn(values, rest.values, proof));
}

const mayBe = (keys: Shape, field: Field): boolean => judge(keys, field.keys[0]!).verdict !== 'rejects';

const below = (part: string, found: Gap | null): Gap | null =>
  found === null ? null : { ...found, way: [part, ...found.way] };
