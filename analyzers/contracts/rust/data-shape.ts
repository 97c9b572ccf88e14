import { NULL, resolved, type Shape, unknown } from '../shape/shape.ts';
import { enumShape } from './enum-shape.ts';
import { fieldsShape } from './fields-shape.ts';
import { memberShape, tupleShape } from './member-shape.ts';
import { parseType } from './parse-type.ts';
import type { PlacedData, RustShapes, Standing } from './rust-context.ts';
import { hasOption, isSkipped, strangeIn, valueFor } from './serde-options.ts';

/** What serde's derive makes of a struct or enum, in one direction. */
export function dataShape(shapes: RustShapes, item: PlacedData, standing: Standing): Shape {
  const strange = strangeIn(item) ?? underivedReason(shapes, item);
  if (strange !== null) return unknown(`${item.name}: ${strange}`);
  const other = valueFor(item, shapes.side === 'writes' ? 'into' : 'from', shapes.side);
  if (other !== null) return shapes.typeShape(shapes, parseType(other), standing);
  return item.kind === 'enum' ? enumShape(shapes, item, standing) : structShape(shapes, item, standing);
}

function underivedReason({ names, side }: RustShapes, item: PlacedData): string | null {
  const trait = side === 'writes' ? 'Serialize' : 'Deserialize';
  if (names.custom.has(`${item.path} ${trait} ${item.name}`)) return `${trait} is written by hand`;
  return item.derives.includes(trait) ? null : `it does not derive ${trait}`;
}

function structShape(shapes: RustShapes, item: PlacedData, standing: Standing): Shape {
  if (hasOption(item, 'transparent')) return transparentShape(shapes, item, standing);
  if (item.style === 'unit') return NULL;
  if (item.style === 'tuple') return tupleShape(shapes, item, standing);
  const shape = fieldsShape(shapes, { path: item.path, members: item.fields, owner: item, rule: null }, standing);
  return withStructTag(shapes, item, shape);
}

/** `tag` on a struct: its name is written, and whatever stands there is read. */
function withStructTag({ side }: RustShapes, item: PlacedData, shape: Shape): Shape {
  const tag = valueFor(item, 'tag', 'writes');
  if (tag === null) return shape;
  const own = resolved(shape);
  if (own.kind !== 'object') return own.kind === 'unknown' ? own : unknown('a tag before alternatives is not judged');
  const isHeld = side === 'reads' && own.rest.kind === 'ignore';
  if (side === 'reads') return isHeld ? own : unknown('a tag beside `deny_unknown_fields` is not judged');
  const name = valueFor(item, 'rename', 'writes') ?? item.name;
  const field = {
    keys: [tag],
    shape: { kind: 'const', value: name } as const,
    required: true,
    at: { path: item.path, line: item.line },
  };
  return { ...own, fields: [field, ...own.fields] };
}

function transparentShape(shapes: RustShapes, item: PlacedData, standing: Standing): Shape {
  const held = item.fields.filter((one) => !isSkipped(one, shapes.side) && !/\bPhantomData\b/.test(one.type));
  const [field, more] = held;
  if (field === undefined || more !== undefined) return unknown(`${item.name} is transparent for more than one field`);
  return memberShape(shapes, field, standing);
}
