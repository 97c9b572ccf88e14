import { arrayOf, NULL, nullable, objectOf, type Shape, STRING, unionOf, unknown, unsure } from '../shape/shape.ts';
import { canonicalPath, MAPS, OUTSIDE, PRIMITIVES, SEQUENCES, WRAPPERS } from './outside-types.ts';
import { parseType, type RustType } from './parse-type.ts';
import type { Arguments, RustShapes, Standing, TypeIn } from './rust-context.ts';
import { outsidePath, type PlacedType, typesAt } from './rust-names.ts';

/** The shape of a type as it is written in the source. */
export function typeShape(shapes: RustShapes, type: RustType, standing: Standing): Shape {
  switch (type.kind) {
    case 'tuple':
      return type.items.length === 0
        ? NULL
        : { kind: 'tuple', items: type.items.map((one) => typeShape(shapes, one, standing)) };
    case 'array':
      return fixedArray(shapes, type, standing);
    case 'reference':
      return borrowed(shapes, type.to, standing);
    case 'other':
      return unknown(`the type \`${type.text}\` is not judged`);
    case 'path':
      return pathShape(shapes, type, standing);
  }
}

function fixedArray(
  shapes: RustShapes,
  { items, length }: Extract<RustType, { kind: 'array' }>,
  standing: Standing,
): Shape {
  const shape = typeShape(shapes, items, standing);
  if (length === null) return arrayOf(shape);
  if (Number.isNaN(length)) return unknown('the length of an array is no literal');
  return { kind: 'array', items: shape, min: length, max: length };
}

/** `&str` is read only where the text has no escapes. */
function borrowed(shapes: RustShapes, to: RustType, standing: Standing): Shape {
  const shape = typeShape(shapes, to, standing);
  return shapes.side === 'writes' ? shape : unsure(shape, 'a reference is read only from text without escapes');
}

type PathType = Extract<RustType, { kind: 'path' }>;

function pathShape(shapes: RustShapes, type: PathType, standing: Standing): Shape {
  const [first = ''] = type.segments;
  const argument = type.segments.length === 1 ? standing.given.get(first) : undefined;
  if (argument) return typeShape(shapes, argument.type, { ...argument, buffered: standing.buffered });
  const [own, ...more] = typesAt(shapes.names, standing.scope, type.segments);
  if (more.length > 0) return unknown(`${first} has ${more.length + 1} definitions under different conditions`);
  if (own) return ownShape(shapes, own, type.arguments, standing);
  return outsideShape(shapes, type, standing);
}

/** A type of the workspace, by name: it may hold itself. */
export function ownShape(shapes: RustShapes, item: PlacedType, given: readonly RustType[], standing: Standing): Shape {
  const inner: Arguments = new Map(
    item.parameters.flatMap((name, i) =>
      given[i] === undefined
        ? []
        : [[name, { type: given[i]!, scope: standing.scope, given: standing.given }] as const],
    ),
  );
  const inside = { scope: item.scope, given: inner, buffered: standing.buffered };
  if (item.kind !== 'struct' && item.kind !== 'enum')
    return item.kind === 'alias'
      ? typeShape(shapes, parseType(item.value ?? ''), inside)
      : unknown(`${item.name} is no type`);
  if (item.parameters.length > inner.size) return unknown(`${item.name} has type parameters that nobody gives`);
  const id = `${item.scope}::${item.name}<${[...inner.values()].map(printIn).join()}>${standing.buffered ? ' buffered' : ''}`;
  const get = (): Shape => {
    const known = shapes.made.get(id);
    if (known) return known;
    shapes.made.set(id, unknown(`${item.name} holds itself where its fields have to be known`));
    const made = shapes.dataShape(shapes, item, inside);
    shapes.made.set(id, made);
    return made;
  };
  return { kind: 'ref', id: `${shapes.side} rust ${id}`, get };
}

const printIn = ({ type, scope, given }: TypeIn): string =>
  `${scope} ${JSON.stringify(type)}${[...given].map(([name, one]) => `${name}=${printIn(one)}`).join()}`;

function outsideShape(shapes: RustShapes, { segments, arguments: given }: PathType, standing: Standing): Shape {
  const path = canonicalPath(outsidePath(shapes.names, standing.scope, segments));
  const inner = (at: number): Shape =>
    given[at] === undefined ? unknown(`${path} lacks an argument`) : typeShape(shapes, given[at], standing);
  const plain = PRIMITIVES[path] ?? OUTSIDE[path];
  if (plain) return checked(shapes, path, plain, standing);
  if (WRAPPERS.has(path)) return inner(0);
  if (path === 'Option') return nullable(inner(0));
  if (SEQUENCES.has(path)) return arrayOf(inner(0));
  if (MAPS.has(path)) return mapShape(shapes, inner(0), inner(1), standing);
  if (path === 'Result') return resultShape(inner(0), inner(1));
  return unknown(`${path} is a type of which nobody here knows how it is written`);
}

function checked({ side, floats }: RustShapes, path: string, shape: Shape, { buffered }: Standing): Shape {
  if (side === 'writes' && floats === 'any' && shape.kind === 'float') return nullable(shape);
  if (side === 'reads' && buffered && /^[iu]128$/.test(path)) return unknown(`serde does not read ${path} from here`);
  return shape;
}

const resultShape = (ok: Shape, error: Shape): Shape =>
  unionOf(
    [ok, error].map((shape, i) =>
      objectOf([{ keys: [i === 0 ? 'Ok' : 'Err'], shape, required: true, at: { path: '', line: 0 } }], {
        kind: 'forbid',
      }),
    ),
  );

function mapShape({ side }: RustShapes, key: Shape, values: Shape, { buffered }: Standing): Shape {
  const keys = keyShape(key);
  if (keys.kind === 'unknown') return keys;
  if (side === 'reads' && buffered && keys.kind === 'int-key') return unknown('serde reads no numbers as keys here');
  return objectOf([], { kind: 'map', keys, values });
}

/** Keys are strings: numbers and unit variants are written as such. */
function keyShape(shape: Shape): Shape {
  const own = shape.kind === 'ref' ? shape.get() : shape;
  if (own.kind === 'string' || (own.kind === 'const' && typeof own.value === 'string')) return own;
  if (own.kind === 'int') return { kind: 'int-key', min: own.min, max: own.max };
  if (own.kind === 'union' && own.shapes.every((one) => one.kind === 'const' && typeof one.value === 'string'))
    return own;
  if (own.kind === 'any') return STRING;
  return unknown('a key is of a type that is not judged');
}
