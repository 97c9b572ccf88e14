import type { View } from '../../../src/workspace/view.ts';
import {
  ANY,
  arrayOf,
  BOOL,
  constant,
  type Field,
  NEVER,
  NULL,
  nullable,
  type ObjectShape,
  objectOf,
  type Rest,
  resolved,
  type Shape,
  STRING,
  unionOf,
  unknown,
  unsure,
} from '../shape/shape.ts';
import { intersectionOf } from './merge-objects.ts';
import { numberShape } from './number-shape.ts';
import { namedShape, type TypeStanding, type TypescriptSettings, type TypescriptShapes } from './typescript-context.ts';
import { findType, type TypescriptFound } from './typescript-names.ts';
import type { Declaration, ObjectType, TypeNode } from './typescript-types.ts';
import { utilityShape } from './utility-types.ts';
import { zodShape } from './zod-shape.ts';

type Declared = Extract<TypescriptFound, { kind: 'declared' }>;

/**
 * The values that JSON.stringify writes of a type, or that are of the type once JSON.parse has read them; as `strict` has it. What is written
 * has the keys of its type alone.
 */
export function typescriptShape(
  view: View,
  found: Declared,
  side: 'writes' | 'reads',
  settings: TypescriptSettings,
): Shape {
  const shapes: TypescriptShapes = { ...settings, view, side, made: new Map(), typeShape, valueShape: zodShape };
  return declaredShape(shapes, found, [], { file: found.file, given: new Map() });
}

function typeShape(shapes: TypescriptShapes, type: TypeNode, standing: TypeStanding): Shape {
  switch (type.kind) {
    case 'keyword':
      return keywordShape(shapes, type.name);
    case 'literal':
      return literalShape(type.value);
    case 'array':
      return arrayOf(elementShape(shapes, type.items, standing));
    case 'tuple':
      return { kind: 'tuple', items: type.items.map((one) => elementShape(shapes, one, standing)) };
    case 'object':
      return objectShape(shapes, type, standing, []);
    case 'union':
      return unionOf(type.parts.map((one) => typeShape(shapes, one, standing)));
    case 'intersection':
      return intersectionOf(type.parts.map((one) => typeShape(shapes, one, standing)));
    case 'name':
      return nameShape(shapes, type, standing);
    case 'other':
      return unknown(`the type \`${type.text}\` is not judged`);
  }
}

/** `undefined` is no value of JSON: whoever holds it asks `mayBeAbsent`. */
function keywordShape(shapes: TypescriptShapes, name: string): Shape {
  switch (name) {
    case 'string':
      return STRING;
    case 'number':
      return numberShape(shapes);
    case 'boolean':
      return BOOL;
    case 'null':
      return NULL;
    case 'undefined':
    case 'void':
    case 'never':
      return NEVER;
    case 'any':
    case 'unknown':
      return shapes.side === 'reads' ? ANY : unsure(ANY, `\`${name}\` may be anything`);
    default:
      return unknown(`the type \`${name}\` is not judged`);
  }
}

function literalShape(value: string | number | boolean): Shape {
  if (typeof value !== 'number') return constant(value);
  return Number.isSafeInteger(value) ? constant(BigInt(value)) : unknown('a literal with a fraction is not judged');
}

/** In a list JSON.stringify writes null for undefined. */
function elementShape(shapes: TypescriptShapes, type: TypeNode, standing: TypeStanding): Shape {
  const shape = typeShape(shapes, type, standing);
  return shapes.side === 'writes' && mayBeAbsent(shapes, type, standing) ? nullable(shape) : shape;
}

const MOST_DEPTH = 20;

/** Whether undefined is a value of the type: then JSON has no key for it. */
function mayBeAbsent(shapes: TypescriptShapes, type: TypeNode, standing: TypeStanding, depth = 0): boolean {
  if (type.kind === 'keyword') return /^(?:undefined|void|any|unknown)$/.test(type.name);
  if (type.kind === 'union') return type.parts.some((one) => mayBeAbsent(shapes, one, standing, depth));
  if (type.kind !== 'name' || depth > MOST_DEPTH) return false;
  const argument = type.path.length === 1 ? standing.given.get(type.path[0]!) : undefined;
  if (argument) return mayBeAbsent(shapes, argument.type, argument.standing, depth + 1);
  const found = findType(shapes.view, standing.file, type.path, 'type');
  if (found.kind !== 'declared') return false;
  const [item] = found.items;
  if (item?.kind !== 'alias') return false;
  return mayBeAbsent(shapes, item.type, standingIn(found, item, type.arguments, standing), depth + 1);
}

/** @param bases fields that the object's own take the place of */
function objectShape(
  shapes: TypescriptShapes,
  { members, index, strange }: ObjectType,
  standing: TypeStanding,
  bases: readonly Field[],
): Shape {
  if (strange !== null) return unknown(`\`${strange}\` is nothing that JSON has`);
  const own = members.map(({ name, type, optional, line }): Field => {
    const isOptional = optional || mayBeAbsent(shapes, type, standing);
    const shape = typeShape(shapes, type, standing);
    return { keys: [name], shape, required: !isOptional, at: { path: standing.file, line } };
  });
  const inherited = bases.filter(({ keys }) => !own.some((field) => field.keys[0] === keys[0]));
  const rest = restOf(shapes, index, standing);
  return rest === null ? unknown('an index that is no string') : objectOf([...inherited, ...own], rest);
}

function restOf(shapes: TypescriptShapes, index: ObjectType['index'], standing: TypeStanding): Rest | null {
  if (index === null) return { kind: shapes.side === 'reads' ? 'ignore' : 'forbid' };
  const keys = resolved(typeShape(shapes, index.key, standing));
  if (keys.kind !== 'string') return null;
  return { kind: 'map', keys: STRING, values: typeShape(shapes, index.values, standing) };
}

type NameNode = Extract<TypeNode, { kind: 'name' }>;

function nameShape(shapes: TypescriptShapes, { path, arguments: given }: NameNode, standing: TypeStanding): Shape {
  const name = path.join('.');
  const argument = path.length === 1 ? standing.given.get(name) : undefined;
  if (argument) return typeShape(shapes, argument.type, argument.standing);
  const found = findType(shapes.view, standing.file, path, 'type');
  if (found.kind === 'declared') return declaredShape(shapes, found, given, standing);
  if (found.kind === 'lost') return unknown(found.why);
  if (found.kind === 'outside') return outsideShape(shapes, found, given, standing);
  const made = utilityShape(
    shapes,
    name,
    given.map((one) => typeShape(shapes, one, standing)),
  );
  return made ?? unknown(`${name} is a type of which nobody here knows how it is written`);
}

/** `z.infer<typeof Job>`: what the schema gives. */
function outsideShape(
  shapes: TypescriptShapes,
  { from, path }: Extract<TypescriptFound, { kind: 'outside' }>,
  [first]: readonly TypeNode[],
  standing: TypeStanding,
): Shape {
  const isInferred = /^zod(?:\/v[34])?$/.test(from) && /^(?:infer|output|TypeOf)$/.test(path.at(-1) ?? '');
  const isNamed = first?.kind === 'name' && first.path[0] === 'typeof';
  if (!isInferred || !isNamed) return unknown(`${path.join('.')} of ${from} is a type that is not judged`);
  const schema = first.path.slice(1).join('.').split('.');
  return shapes.valueShape(shapes, { kind: 'name', path: schema }, standing.file);
}

function declaredShape(
  shapes: TypescriptShapes,
  found: Declared,
  given: readonly TypeNode[],
  standing: TypeStanding,
): Shape {
  const [item] = found.items;
  if (!item) return unknown('a name without a declaration');
  if (found.rest.length > 0) return unknown(`${[item.name, ...found.rest].join('.')} is not judged`);
  const inside = standingIn(found, item, given, standing);
  const key = [...inside.given].map(([name, one]) => `${name}=${one.standing.file} ${JSON.stringify(one.type)}`).join();
  return namedShape(shapes, `${found.file}#${item.name}<${key}>`, () => shapeOf(shapes, found.items, inside));
}

/** Arguments by their parameters; what is not given is what the parameter falls back to. */
function standingIn(
  { file }: Declared,
  item: Declaration,
  given: readonly TypeNode[],
  standing: TypeStanding,
): TypeStanding {
  const parameters = 'parameters' in item ? item.parameters : [];
  const inner = new Map<string, { readonly type: TypeNode; readonly standing: TypeStanding }>();
  for (const [i, { name, fallback }] of parameters.entries()) {
    const argument = given[i];
    if (argument) inner.set(name, { type: argument, standing });
    else if (fallback) inner.set(name, { type: fallback, standing: { file, given: new Map(inner) } });
  }
  return { file, given: inner };
}

function shapeOf(shapes: TypescriptShapes, items: readonly Declaration[], standing: TypeStanding): Shape {
  const [item] = items as readonly [Declaration];
  switch (item.kind) {
    case 'alias':
      return items.length > 1
        ? unknown(`${item.name} has several declarations`)
        : typeShape(shapes, item.type, standing);
    case 'enum':
      return enumShape(item);
    case 'value':
      return shapes.valueShape(shapes, item.value, standing.file);
    case 'class':
      return unknown(`${item.name} is a class: what JSON.stringify writes of it is not judged`);
    case 'interface':
      return interfaceShape(shapes, items, standing);
  }
}

const enumShape = ({ name, values }: Extract<Declaration, { kind: 'enum' }>): Shape =>
  unionOf(values.map((value) => (value === null ? unknown(`a value of ${name} is computed`) : literalShape(value))));

/** Fields of all bases, then those of each declaration. */
function interfaceShape(shapes: TypescriptShapes, items: readonly Declaration[], standing: TypeStanding): Shape {
  const empty: Shape = objectOf([], { kind: shapes.side === 'reads' ? 'ignore' : 'forbid' });
  return items.reduce<Shape>(
    (made, item) => (made.kind === 'object' ? withDeclaration(shapes, made, item, standing) : made),
    empty,
  );
}

function withDeclaration(
  shapes: TypescriptShapes,
  before: ObjectShape,
  item: Declaration,
  standing: TypeStanding,
): Shape {
  if (item.kind !== 'interface') return unknown(`${item.name} is more than an interface`);
  const bases = item.bases.map((base) => resolved(typeShape(shapes, base, standing)));
  const other = bases.find(({ kind }) => kind !== 'object');
  if (other) return other.kind === 'unknown' ? other : unknown(`${item.name} extends no object`);
  const inherited = (bases as readonly ObjectShape[]).reduce(joined, before);
  const own = objectShape(shapes, item.body, standing, inherited.fields);
  return own.kind === 'object' ? { ...own, rest: restOfBoth(own, inherited) } : own;
}

const restOfBoth = (own: ObjectShape, base: ObjectShape): Rest => (own.rest.kind === 'map' ? own.rest : base.rest);

function joined(one: ObjectShape, other: ObjectShape): ObjectShape {
  const kept = one.fields.filter(({ keys }) => !other.fields.some((field) => field.keys[0] === keys[0]));
  return { ...other, fields: [...kept, ...other.fields], rest: restOfBoth(other, one) };
}
