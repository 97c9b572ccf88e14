import { type Shape, unknown } from '../shape/shape.ts';
import { parseType } from './parse-type.ts';
import type { RustShapes, Standing } from './rust-context.ts';
import type { RustData, RustMember } from './rust-types.ts';
import { hasOption, replacedBy, strangeIn } from './serde-options.ts';

/** A field's own type, where serde's own code writes it. */
export function memberShape(shapes: RustShapes, field: RustMember, standing: Standing): Shape {
  const strange = strangeIn(field);
  const replaced = replacedBy(field, shapes.side);
  if (replaced !== null) return unknown(`\`${replaced}\` takes serde's place`);
  return strange === null ? shapes.typeShape(shapes, parseType(field.type), standing) : unknown(strange);
}

/** One field is written as itself, more as an array. */
export function tupleShape(
  shapes: RustShapes,
  { name, fields }: Pick<RustData, 'name' | 'fields'>,
  standing: Standing,
): Shape {
  if (fields.some((one) => hasOption(one, 'skip', 'skip_serializing', 'skip_deserializing', 'default', 'flatten')))
    return unknown(`${name} leaves out fields of a tuple`);
  const items = fields.map((one) => memberShape(shapes, one, standing));
  return items.length === 1 ? items[0]! : { kind: 'tuple', items };
}
