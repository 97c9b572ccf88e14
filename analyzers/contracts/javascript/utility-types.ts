import {
  ANY,
  arrayOf,
  type Field,
  NULL,
  objectOf,
  resolved,
  type Shape,
  STRING,
  unionOf,
  unknown,
  unsure,
} from '../shape/shape.ts';
import { withFields } from './merge-objects.ts';
import type { TypescriptShapes } from './typescript-context.ts';

/** A type of the language's own library, with the shapes of its arguments; null where there is none of that name here. */
export function utilityShape(shapes: TypescriptShapes, name: string, given: readonly Shape[]): Shape | null {
  const [first, second] = given;
  const of = first ?? unknown(`${name} lacks an argument`);
  switch (name) {
    case 'Array':
    case 'ReadonlyArray':
      return arrayOf(of);
    case 'Record':
      return recordShape(of, second ?? unknown('Record lacks an argument'));
    case 'Readonly':
      return of;
    case 'Partial':
      return withFields(of, name, ({ keys, shape, at }) => ({ keys, shape, at, required: false }));
    case 'Required':
      return withFields(of, name, (field) => ({ ...field, required: true }));
    case 'Pick':
    case 'Omit':
      return picked(name, of, second ?? unknown(`${name} lacks an argument`));
    case 'NonNullable':
      return withoutNull(of);
    case 'Date':
      return dateShape(shapes);
    case 'String':
      return STRING;
    case 'Object':
      return shapes.side === 'reads' ? unknown('`Object` is anything but null') : unsure(ANY, '`Object` is anything');
    default:
      return null;
  }
}

/** Strings as keys: a map; literals: a field for each. */
function recordShape(keys: Shape, values: Shape): Shape {
  const own = resolved(keys);
  if (own.kind === 'string') return objectOf([], { kind: 'map', keys: STRING, values });
  const names = literalsOf(own);
  if (names === null) return unknown('a Record whose keys are not strings');
  return objectOf(names.map((key) => ({ keys: [key], shape: values, required: true, at: { path: '', line: 0 } })));
}

function picked(name: string, of: Shape, keys: Shape): Shape {
  const names = literalsOf(resolved(keys));
  if (names === null) return unknown(`the keys of ${name} are not literals`);
  const isKept = ({ keys: [key = ''] }: Field): boolean => names.includes(key) === (name === 'Pick');
  return withFields(of, name, (field) => (isKept(field) ? field : null));
}

/** The strings of a union of literals; null where it is none. */
function literalsOf(shape: Shape): string[] | null {
  const parts = shape.kind === 'union' ? shape.shapes.map(resolved) : [shape];
  const values = parts.map((one) => (one.kind === 'const' && typeof one.value === 'string' ? one.value : null));
  return values.includes(null) ? null : (values as string[]);
}

function withoutNull(shape: Shape): Shape {
  const own = resolved(shape);
  return own.kind === 'union' ? unionOf(own.shapes.filter((one) => resolved(one) !== NULL)) : own;
}

/** JSON.stringify writes a date as `toISOString` has it; JSON.parse makes none. */
const dateShape = ({ side }: TypescriptShapes): Shape =>
  side === 'writes'
    ? { kind: 'string', min: 0, max: null, format: 'offset-datetime' }
    : unknown('JSON.parse makes no `Date`');
