import {
  type Field,
  type ObjectShape,
  objectOf,
  type Rest,
  resolved,
  type Shape,
  unionOf,
  unknown,
} from '../shape/shape.ts';

/** `A & B`: fields of both; a union is taken apart; a primitive beside an object is a brand, and only the primitive is written. */
export function intersectionOf(shapes: readonly Shape[]): Shape {
  return shapes.map(resolved).reduce(meet);
}

function meet(one: Shape, other: Shape): Shape {
  if (one.kind === 'any') return other;
  if (other.kind === 'any') return one;
  if (one.kind === 'unknown') return one;
  if (other.kind === 'unknown') return other;
  if (one.kind === 'union') return unionOf(one.shapes.map((shape) => meet(resolved(shape), other)));
  if (other.kind === 'union') return unionOf(other.shapes.map((shape) => meet(one, resolved(shape))));
  if (one.kind === 'object' && other.kind === 'object') return mergeObjects(one, other);
  if (one.kind === 'object' && isPrimitive(other)) return other;
  if (other.kind === 'object' && isPrimitive(one)) return one;
  return unknown('an intersection of types that is not judged');
}

const isPrimitive = ({ kind }: Shape): boolean => /^(?:string|const|bool|int|float|fitting)$/.test(kind);

function mergeObjects(one: ObjectShape, other: ObjectShape): Shape {
  const fields = new Map(one.fields.map((field) => [field.keys[0]!, field]));
  for (const field of other.fields) {
    const known = fields.get(field.keys[0]!);
    fields.set(field.keys[0]!, known ? metField(known, field) : field);
  }
  return objectOf([...fields.values()], restOf(one.rest, other.rest));
}

const metField = (one: Field, other: Field): Field => ({
  ...other,
  shape: meet(resolved(one.shape), resolved(other.shape)),
  required: one.required || other.required,
  ...(one.mayRequire === undefined ? {} : { mayRequire: one.mayRequire }),
});

const restOf = (one: Rest, other: Rest): Rest => (one.kind === 'map' ? one : other);

/** Fields of an object, changed one by one; null leaves one out. What is no object is unknown. */
export function withFields(shape: Shape, name: string, change: (field: Field) => Field | null): Shape {
  const own = resolved(shape);
  if (own.kind === 'unknown') return own;
  if (own.kind === 'union') return unionOf(own.shapes.map((one) => withFields(one, name, change)));
  if (own.kind !== 'object') return unknown(`${name} of what is no object`);
  return { ...own, fields: own.fields.flatMap((field) => change(field) ?? []) };
}
