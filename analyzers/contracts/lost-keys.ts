import { type Field, type ObjectShape, resolved, type Shape } from './shape/shape.ts';

/** A key that is written and read by nobody, beside one that is read and written by nobody. */
export interface LostKey {
  readonly way: readonly string[];
  readonly written: Field;
  readonly read: readonly Field[];
}

const MOST_DEPTH = 6;

/** Objects on both sides are walked together, through arrays and what may be null. */
export function lostKeys(writer: Shape, reader: Shape, way: readonly string[] = []): LostKey[] {
  if (way.length > MOST_DEPTH) return [];
  const [from, to] = [plain(writer), plain(reader)];
  if (from.kind === 'array' && to.kind === 'array') return lostKeys(from.items, to.items, [...way, '0']);
  return from.kind === 'object' && to.kind === 'object' ? lostIn(from, to, way) : [];
}

function lostIn(writer: ObjectShape, reader: ObjectShape, way: readonly string[]): LostKey[] {
  const written = new Set(writer.fields.map(({ keys }) => keys[0]!));
  const read = new Set(reader.fields.flatMap(({ keys }) => keys));
  const waiting = reader.fields.filter((field) => !field.required && !field.keys.some((key) => written.has(key)));
  const unread = writer.fields.filter(({ keys }) => !read.has(keys[0]!));
  const isTold = waiting.length > 0 && reader.rest.kind === 'ignore' && writer.rest.kind === 'forbid';
  const below = writer.fields.flatMap((field) => {
    const twin = reader.fields.find(({ keys }) => keys.includes(field.keys[0]!));
    return twin ? lostKeys(field.shape, twin.shape, [...way, field.keys[0]!]) : [];
  });
  return [...(isTold ? unread.map((one) => ({ way, written: one, read: waiting })) : []), ...below];
}

/** What stands beside null, where that is one thing. */
function plain(shape: Shape): Shape {
  const own = resolved(shape);
  if (own.kind !== 'union') return own;
  const [only, more] = own.shapes.filter(({ kind }) => kind !== 'null');
  return only && !more ? plain(only) : own;
}
