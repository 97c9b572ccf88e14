import { arrayOf, constant, NULL, objectOf, type Shape, STRING, unionOf, unknown } from '../shape/shape.ts';
import { constrain } from './constrain.ts';
import { discriminated } from './discriminated.ts';
import { type Expression, parseExpression } from './expression.ts';
import { NO_METADATA, readField, readMetadata } from './metadata.ts';
import { isMapping, isSequence, plainShape } from './outside-types.ts';
import type { PlacedClass, PythonArguments, PythonShapes, PythonStanding } from './python-context.ts';
import { findName, type PythonFound } from './python-names.ts';
import { parametersOf } from './type-parameters.ts';

/** The shape of a type as it is written in an annotation. */
export function typeShape(shapes: PythonShapes, type: Expression, standing: PythonStanding): Shape {
  switch (type.kind) {
    case 'string':
      return typeShape(shapes, parseExpression(type.value), standing);
    case 'constant':
      return type.text === 'None' ? NULL : unknown(`${type.text} is no type`);
    case 'either':
      return unionOf([type.left, type.right].map((one) => typeShape(shapes, one, standing)));
    case 'name':
      return nameShape(shapes, type.path, standing);
    case 'subscript':
      return subscriptShape(shapes, type, standing);
    case 'call':
      return callShape(shapes, type, standing);
    default:
      return unknown('an annotation that is not understood');
  }
}

function nameShape(shapes: PythonShapes, path: readonly string[], standing: PythonStanding): Shape {
  const argument = path.length === 1 ? standing.given.get(path[0]!) : undefined;
  if (argument)
    return typeShape(shapes, argument.type, {
      ...argument.standing,
      strict: standing.strict,
      inherited: standing.inherited,
    });
  const found = findName(shapes.names, standing.module, standing.scope, path);
  if (found.kind === 'lost') return unknown(found.why);
  if (found.kind === 'outside')
    return plainShape(shapes, found.path, standing) ?? unknown(`${found.path} is a type that is not judged`);
  if (found.kind === 'class') return classRef(shapes, { ...found, given: new Map() }, standing);
  return aliasShape(shapes, found, standing);
}

/** `X = list[int]`, `type X = …`, `X = NewType("X", int)`. */
function aliasShape(
  shapes: PythonShapes,
  { module, item }: Extract<PythonFound, { kind: 'name' }>,
  { strict, inherited }: PythonStanding,
): Shape {
  if (item.value === null) return unknown(`${item.name} has no value`);
  const standing: PythonStanding = { module, scope: '', given: new Map(), strict, inherited };
  const id = `${shapes.side} python ${module.path} ${item.name}${heldBy({ strict, inherited })}`;
  const get = (): Shape => {
    const known = shapes.made.get(id);
    if (known) return known;
    shapes.made.set(id, unknown(`${item.name} holds itself where its alternatives have to be known`));
    const made = typeShape(shapes, parseExpression(item.value!), standing);
    shapes.made.set(id, made);
    return made;
  };
  return { kind: 'ref', id, get };
}

/** Shapes that differ by where they stand have names of their own. */
const heldBy = ({ strict, inherited }: Pick<PythonStanding, 'strict' | 'inherited'>): string =>
  `${strict ? ' strict' : ''}${inherited === null ? '' : ` in ${inherited.from}`}`;

/** A class by name: it may hold itself. */
export function classRef(shapes: PythonShapes, placed: PlacedClass, standing: PythonStanding): Shape {
  const given = [...placed.given].map(([name, one]) => `${name}=${one.standing.module.path} ${printed(one.type)}`);
  const id = `${shapes.side} python ${placed.module.path} ${placed.item.name}<${given.join()}>${heldBy(standing)}`;
  const get = (): Shape => {
    const known = shapes.made.get(id);
    if (known) return known;
    shapes.made.set(id, unknown(`${placed.item.name} holds itself where its fields have to be known`));
    const made = shapes.classShape(shapes, placed, standing.inherited);
    shapes.made.set(id, made);
    return made;
  };
  return { kind: 'ref', id, get };
}

const printed = (type: Expression): string =>
  JSON.stringify(type, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));

type Subscript = Extract<Expression, { kind: 'subscript' }>;

function subscriptShape(shapes: PythonShapes, { of, items }: Subscript, standing: PythonStanding): Shape {
  if (of.kind !== 'name') return unknown('an annotation that is not understood');
  const found = findName(shapes.names, standing.module, standing.scope, of.path);
  if (found.kind === 'class')
    return classRef(shapes, { ...found, given: argumentsFor(shapes, found, items, standing) }, standing);
  if (found.kind !== 'outside')
    return unknown(found.kind === 'lost' ? found.why : `${of.path.join('.')}[…] is not judged`);
  return outsideShape(shapes, found.path, items, standing);
}

/** The arguments of a generic class by its parameters. */
function argumentsFor(
  shapes: PythonShapes,
  { item, module }: Pick<PlacedClass, 'item' | 'module'>,
  items: readonly Expression[],
  standing: PythonStanding,
): PythonArguments {
  const names = parametersOf(shapes, { item, module });
  return new Map(names.flatMap((name, i) => (items[i] ? [[name, { type: items[i], standing }] as const] : [])));
}

function outsideShape(
  shapes: PythonShapes,
  path: string,
  items: readonly Expression[],
  standing: PythonStanding,
): Shape {
  const inner = (at: number): Shape =>
    items[at] === undefined ? unknown(`${path} lacks an argument`) : typeShape(shapes, items[at], standing);
  if (path === 'typing.Optional') return unionOf([inner(0), NULL]);
  if (path === 'typing.Union') return unionOf(items.map((one) => typeShape(shapes, one, standing)));
  if (path === 'typing.Literal') return unionOf(items.map((one) => literalShape(shapes, one, standing)));
  if (path === 'typing.Annotated') return annotatedShape(shapes, items, standing);
  if (/^typing\.(?:Final|ReadOnly|Required|NotRequired)$/.test(path)) return inner(0);
  if (isSequence(path)) return arrayOf(inner(0));
  if (path === 'builtins.tuple' || path === 'typing.Tuple') return tupleShape(shapes, items, standing);
  if (isMapping(path)) return mapShape(inner(0), inner(1));
  return unknown(`${path}[…] is a type that is not judged`);
}

function literalShape(shapes: PythonShapes, one: Expression, standing: PythonStanding): Shape {
  if (one.kind === 'string') return constant(one.value);
  if (one.kind === 'int') return constant(one.value);
  if (one.kind === 'constant' && one.text === 'None') return NULL;
  if (one.kind === 'constant' && /^(?:True|False)$/.test(one.text)) return constant(one.text === 'True');
  if (one.kind === 'subscript') return typeShape(shapes, one, standing);
  return unknown('a literal that is not understood');
}

/** Constraints that stand behind the type; what `Field` says of names counts only where it is a field's own. */
function annotatedShape(
  shapes: PythonShapes,
  [first, ...rest]: readonly Expression[],
  standing: PythonStanding,
): Shape {
  if (!first) return unknown('Annotated lacks a type');
  const metadata = readMetadata(shapes, rest, standing);
  const inside = metadata.strict === null ? standing : { ...standing, strict: metadata.strict };
  const shape = constrain(shapes, typeShape(shapes, first, inside), metadata);
  return metadata.discriminator === null ? shape : discriminated(shapes.side, shape, metadata.discriminator);
}

function tupleShape(shapes: PythonShapes, items: readonly Expression[], standing: PythonStanding): Shape {
  const [first, second] = items;
  if (first && second?.kind === 'constant' && second.text === '...') return arrayOf(typeShape(shapes, first, standing));
  if (items.length === 1 && first?.kind === 'list' && first.items.length === 0) return { kind: 'tuple', items: [] };
  return { kind: 'tuple', items: items.map((one) => typeShape(shapes, one, standing)) };
}

/** Keys are strings: numbers are written as such. */
function mapShape(key: Shape, values: Shape): Shape {
  const own = key.kind === 'ref' ? key.get() : key;
  const isText = own.kind === 'string' || (own.kind === 'const' && typeof own.value === 'string');
  const isChoice =
    own.kind === 'union' && own.shapes.every((one) => one.kind === 'const' && typeof one.value === 'string');
  if (isText || isChoice) return objectOf([], { kind: 'map', keys: own, values });
  if (own.kind === 'int')
    return objectOf([], { kind: 'map', keys: { kind: 'int-key', min: own.min, max: own.max }, values });
  return own.kind === 'any'
    ? objectOf([], { kind: 'map', keys: STRING, values })
    : unknown('a key is of a type that is not judged');
}

/** `conint(ge=1)`, `constr(max_length=3)`, `NewType("X", int)`. */
function callShape(
  shapes: PythonShapes,
  { callee, positional, keywords }: Extract<Expression, { kind: 'call' }>,
  standing: PythonStanding,
): Shape {
  if (callee.kind !== 'name') return unknown('an annotation that is not understood');
  const found = findName(shapes.names, standing.module, standing.scope, callee.path);
  const path = found.kind === 'outside' ? found.path : '';
  if (path === 'typing.NewType' && positional[1]) return typeShape(shapes, positional[1], standing);
  const [, kind] = /^pydantic\.con(int|str|float)$/.exec(path) ?? [];
  if (kind === undefined) return unknown(`${callee.path.join('.')}(…) is no type that is judged`);
  const metadata = readField(NO_METADATA, [], keywords);
  const strict = metadata.strict ?? standing.strict;
  const shape = plainShape(shapes, `builtins.${kind}`, { ...standing, strict }) ?? unknown(path);
  return constrain(shapes, shape, metadata);
}
