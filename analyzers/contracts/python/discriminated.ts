import { type ObjectShape, resolved, type Shape, unionOf, unknown } from '../shape/shape.ts';

/** Alternatives that are told apart by a field: to be read it has to be there, even where it has a default. */
export function discriminated(side: 'writes' | 'reads', shape: Shape, name: string): Shape {
  if (side === 'writes') return shape;
  const own = shape.kind === 'ref' ? resolved(shape) : shape;
  const shapes = own.kind === 'union' ? own.shapes : [own];
  return unionOf(shapes.flatMap((one) => alternative(one, name)));
}

function alternative(shape: Shape, name: string): Shape[] {
  const own = resolved(shape);
  if (own.kind === 'null') return [own];
  if (own.kind === 'union') return own.shapes.flatMap((one) => alternative(one, name));
  if (own.kind !== 'object') return [own.kind === 'unknown' ? own : unknown('an alternative is no model')];
  const at = own.fields.findIndex(({ keys }) => keys.includes(name));
  if (at === -1) return [unknown(`the field ${name} has another name on the wire`)];
  const required: ObjectShape = { ...own, fields: own.fields.with(at, { ...own.fields[at]!, required: true }) };
  return [required];
}
