import { type Field, type ObjectShape, resolved, type Shape } from '../shape/shape.ts';

/** Whether no value is of two of the shapes: by their kinds, or by a required key with another constant in each. */
export const areDisjoint = (shapes: readonly Shape[]): boolean =>
  shapes.every((one, i) => shapes.slice(i + 1).every((other) => arePairDisjoint(one, other)));

const CLASS: Readonly<Record<string, string>> = {
  null: 'null',
  bool: 'bool',
  int: 'number',
  float: 'number',
  string: 'string',
  array: 'array',
  tuple: 'array',
  object: 'object',
};

function arePairDisjoint(one: Shape, other: Shape): boolean {
  if (one.kind === 'const' && other.kind === 'const') return one.value !== other.value;
  const [a, b] = [classOf(one), classOf(other)];
  if (a === null || b === null) return false;
  if (a !== b) return true;
  return one.kind === 'object' && other.kind === 'object' && isToldApart(one, other);
}

function classOf(shape: Shape): string | null {
  if (shape.kind !== 'const') return CLASS[shape.kind] ?? null;
  return typeof shape.value === 'bigint' ? 'number' : typeof shape.value === 'boolean' ? 'bool' : 'string';
}

const isToldApart = (one: ObjectShape, other: ObjectShape): boolean =>
  one.fields.some((field) => {
    const twin = other.fields.find(({ keys }) => keys[0] === field.keys[0]);
    if (!twin || !field.required || !twin.required) return false;
    const [a, b] = [constOf(field), constOf(twin)];
    return a !== null && b !== null && a !== b;
  });

const constOf = ({ shape }: Field): boolean | bigint | string | null => {
  const own = resolved(shape);
  return own.kind === 'const' ? own.value : null;
};
