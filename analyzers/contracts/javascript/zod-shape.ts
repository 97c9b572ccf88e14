import {
  ANY,
  arrayOf,
  BOOL,
  type Field,
  NEVER,
  NULL,
  nullable,
  objectOf,
  resolved,
  type Shape,
  STRING,
  unionOf,
  unknown,
  unsure,
} from '../shape/shape.ts';
import { intersectionOf, withFields } from './merge-objects.ts';
import { namedShape, type TypescriptShapes } from './typescript-context.ts';
import type { ValueNode } from './typescript-types.ts';
import type { ZodMajor } from './zod-major.ts';
import { type Lost, lost, majorOf, namedValue, printed, type ZodName, zodName } from './zod-names.ts';
import { zodInteger, zodNumber } from './zod-numbers.ts';
import { type Presence, presenceOf } from './zod-presence.ts';

/** What a schema of zod takes or gives, but for undefined: that is its presence. */
interface Schema {
  readonly shape: Shape;
}

type Made = Schema | Lost;

/** The values that a schema parses, or that JSON.stringify writes of what it gave. */
export function zodShape(shapes: TypescriptShapes, value: ValueNode, file: string): Shape {
  const made = schemaOf({ shapes, file }, value);
  return 'lost' in made ? unknown(made.lost) : made.shape;
}

interface Standing {
  readonly shapes: TypescriptShapes;
  readonly file: string;
}

const plain = (shape: Shape): Schema => ({ shape });

function schemaOf(standing: Standing, value: ValueNode): Made {
  if (value.kind === 'name') return namedSchema(standing, value.path);
  if (value.kind !== 'call') return lost(value.kind === 'other' ? value.text : printed(value));
  const { callee, arguments: given } = value;
  if (callee.kind === 'name') return calledSchema(standing, callee.path, given);
  if (callee.kind !== 'member') return lost(printed(callee));
  const of = schemaOf(standing, callee.of);
  if (callee.name === 'array') return arraySchema(standing, of, callee.of);
  return 'lost' in of ? of : methodOf(standing, { ...of, from: callee.of }, callee.name, given);
}

/** `z.object(…)`, or `Job.partial()`: a method of a schema that has a name. */
function calledSchema(standing: Standing, path: readonly string[], given: readonly ValueNode[]): Made {
  const base = zodName(standing.shapes.view, standing.file, path);
  if (base !== null) return baseSchema(standing, base, given);
  const held = path.slice(0, -1);
  if (held.length === 0) return lost(path.join('.'));
  const of = namedSchema(standing, held);
  const method = path.at(-1)!;
  const from: ValueNode = { kind: 'name', path: held };
  if (method === 'array') return arraySchema(standing, of, from);
  return 'lost' in of ? of : methodOf(standing, { ...of, from }, method, given);
}

/** The shape of a named schema may hold itself. */
function namedSchema({ shapes, file }: Standing, path: readonly string[]): Made {
  const named = namedValue(shapes.view, file, path);
  if (named === null) return lost(path.join('.'));
  return plain(namedShape(shapes, named.id, () => zodShape(shapes, named.value, named.file)));
}

function baseSchema(standing: Standing, { name, major }: ZodName, given: readonly ValueNode[]): Made {
  const { shapes } = standing;
  const [first, second] = given;
  switch (name) {
    case 'int':
      return integerSchema(standing, major);
    case 'string':
    case 'boolean':
    case 'null':
    case 'any':
    case 'unknown':
    case 'never':
      return plain(scalarShape(shapes, name));
    case 'number':
      return plain(zodNumber(shapes, major));
    case 'literal':
      return literalSchema(first);
    case 'enum':
      return literalSchema(first);
    case 'array':
      return first === undefined ? lost('z.array') : arraySchema(standing, schemaOf(standing, first), first);
    case 'tuple':
      return second === undefined ? tupleSchema(standing, first) : lost('the rest of z.tuple');
    case 'object':
    case 'strictObject':
      return objectSchema(standing, first, name === 'strictObject');
    case 'union':
    case 'discriminatedUnion':
      return unionSchema(standing, name === 'union' ? first : second);
    case 'intersection':
      return intersectionSchema(standing, major, [first, second]);
    case 'record':
      return recordSchema(standing, second === undefined ? null : first, second ?? first);
    case 'optional':
    case 'nullable':
    case 'nullish': {
      if (first === undefined) return lost(name);
      const of = schemaOf(standing, first);
      return 'lost' in of ? of : methodOf(standing, { ...of, from: first }, name, []);
    }
    case 'lazy':
      return first?.kind === 'lazy' ? schemaOf(standing, first.value) : lost(`z.${name}`);
    default:
      return lost(`z.${name}`);
  }
}

function scalarShape(shapes: TypescriptShapes, name: string): Shape {
  if (name === 'string') return STRING;
  if (name === 'boolean') return BOOL;
  if (name === 'null') return NULL;
  if (name === 'never') return NEVER;
  return shapes.side === 'reads' ? ANY : unsure(ANY, `z.${name}() may be anything`);
}

/** A literal, or a list of them. */
function literalSchema(value: ValueNode | undefined): Made {
  const items = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  const values = items.map((one) => (one.kind === 'literal' ? one.value : undefined));
  if (values.length === 0 || values.includes(undefined)) return lost('a literal');
  return plain(
    unionOf(
      values.map((one): Shape => {
        if (one === null || one === undefined) return NULL;
        if (typeof one === 'number')
          return Number.isSafeInteger(one)
            ? { kind: 'const', value: BigInt(one) }
            : unknown('a literal with a fraction');
        return { kind: 'const', value: one };
      }),
    ),
  );
}

function wrapped(standing: Standing, value: ValueNode | undefined, make: (of: Schema) => Shape): Made {
  return allOf(standing, [value], ([of]) => make(of!));
}

function allOf(
  standing: Standing,
  values: readonly (ValueNode | undefined)[],
  make: (all: readonly Schema[]) => Shape,
): Made {
  const all = values.map((one) => (one === undefined ? lost('a missing argument') : schemaOf(standing, one)));
  const [bad] = all.flatMap((one) => ('lost' in one ? [one] : []));
  return bad ?? plain(make(all as readonly Schema[]));
}

/** Each side of zod 3 forbids the keys of the other where it is strict; zod 4 asks both together. */
function intersectionSchema(standing: Standing, major: ZodMajor, values: readonly (ValueNode | undefined)[]): Made {
  const isStrict = (shape: Shape): boolean => {
    const own = resolved(shape);
    return own.kind === 'object' && own.rest.kind === 'forbid';
  };
  const made = allOf(standing, values, (all) =>
    major !== '4' && standing.shapes.side === 'reads' && all.some(({ shape }) => isStrict(shape))
      ? unknown('`z.intersection` of strict objects is not judged before zod 4')
      : intersectionOf(all.map(({ shape }) => shape)),
  );
  return made;
}

/** An undefined item is written as null. */
function arraySchema({ shapes, file }: Standing, of: Made, value: ValueNode): Made {
  if ('lost' in of) return of;
  const presence = presenceOf(shapes.view, file, value);
  if ('lost' in presence) return presence;
  const isEmpty = presence.isOptional && !presence.isFilled && shapes.side === 'writes';
  return plain(arrayOf(isEmpty ? nullable(of.shape) : of.shape));
}

function tupleSchema(standing: Standing, value: ValueNode | undefined): Made {
  if (value?.kind !== 'list') return lost('z.tuple');
  const { shapes, file } = standing;
  for (const item of value.items) {
    const presence = presenceOf(shapes.view, file, item);
    if ('lost' in presence) return presence;
    if (presence.isOptional) return lost('an optional item of z.tuple');
  }
  return allOf(standing, value.items, (all) => ({ kind: 'tuple', items: all.map(({ shape }) => shape) }));
}

const unionSchema = (standing: Standing, value: ValueNode | undefined): Made =>
  value?.kind === 'list'
    ? allOf(standing, value.items, (all) => unionOf(all.map(({ shape }) => shape)))
    : lost('z.union');

function objectSchema(standing: Standing, value: ValueNode | undefined, isStrict: boolean): Made {
  if (value?.kind !== 'record') return lost('z.object');
  const isReader = standing.shapes.side === 'reads';
  const fields: Field[] = [];
  for (const { name, value: inner, line } of value.entries) {
    const made = schemaOf(standing, inner);
    const presence = presenceOf(standing.shapes.view, standing.file, inner);
    if ('lost' in made) fields.push(lostField(standing, name, made.lost, line));
    else if ('lost' in presence) fields.push(lostField(standing, name, presence.lost, line));
    else fields.push(fieldOf(standing, name, { ...made, ...presence }, line));
  }
  return plain(objectOf(fields, { kind: isReader && !isStrict ? 'ignore' : 'forbid' }));
}

/** Whether a field that cannot be told may be left out cannot be told either. */
const lostField = (standing: Standing, name: string, why: string, line: number): Field => {
  const isReader = standing.shapes.side === 'reads';
  const field = fieldOf(standing, name, { ...plain(unknown(why)), isOptional: isReader, isFilled: false }, line);
  return isReader ? { ...field, mayRequire: why } : field;
};

/** A default is read from nothing, and is there when it is written. */
const fieldOf = ({ shapes, file }: Standing, name: string, made: Schema & Presence, line: number): Field => ({
  keys: [name],
  shape: made.shape,
  required: !made.isOptional || (made.isFilled && shapes.side === 'writes'),
  ...(made.isFilled ? { isFilled: true } : {}),
  at: { path: file, line },
});

function recordSchema(standing: Standing, key: ValueNode | null | undefined, value: ValueNode | undefined): Made {
  const keys = key === null || key === undefined ? plain(STRING) : schemaOf(standing, key);
  if ('lost' in keys || resolved(keys.shape).kind !== 'string') return lost('z.record');
  return wrapped(standing, value, ({ shape }) => objectOf([], { kind: 'map', keys: STRING, values: shape }));
}

/** A schema that a method is called on, as it is written. */
interface Receiver extends Schema {
  readonly from: ValueNode;
}

function methodOf(standing: Standing, of: Receiver, name: string, given: readonly ValueNode[]): Made {
  const [first] = given;
  const major = (): ZodMajor => majorOf(standing.shapes.view, standing.file, of.from);
  switch (name) {
    case 'describe':
    case 'meta':
    case 'readonly':
    case 'brand':
    case 'optional':
    case 'default':
      return plain(of.shape);
    case 'nullable':
    case 'nullish':
      return plain(nullable(of.shape));
    case 'int':
      return integerSchema(standing, major());
    case 'min':
    case 'nonempty':
      return atLeast(of, name === 'nonempty' ? { kind: 'literal', value: 1 } : first);
    case 'or':
      return first === undefined ? lost('.or') : eitherOf(of, schemaOf(standing, first));
    case 'partial':
      return partialOf(of, given, major);
    case 'strict':
      return plain(withRest(of.shape, name, 'forbid'));
    case 'strip':
      return plain(withRest(of.shape, name, standing.shapes.side === 'reads' ? 'ignore' : 'forbid'));
    case 'extend':
    case 'merge':
      return extended(standing, of, name, first);
    case 'pick':
    case 'omit': {
      const names = maskOf(first);
      return names === null ? lost(`.${name}`) : plain(kept(of.shape, name, names));
    }
    default:
      return lost(`.${name}()`);
  }
}

/** Beyond what every version takes or gives, nothing can be told where no manifest tells the version. */
const integerSchema = ({ shapes }: Standing, major: ZodMajor): Made =>
  major === null && (shapes.side === 'reads' || shapes.numbers !== 'fit')
    ? plain(unionOf([zodInteger(shapes, '4'), unknown('whole numbers of a zod whose version no manifest tells')]))
    : plain(zodInteger(shapes, major));

/** Lengths are counted in other units there than here, but for none and one. */
function atLeast(of: Schema, least: ValueNode | undefined): Made {
  const own = resolved(of.shape);
  if (least?.kind !== 'literal' || (least.value !== 0 && least.value !== 1) || own.kind !== 'string')
    return lost('.min()');
  // Every one of several has to hold.
  return plain({ ...own, min: Math.max(own.min, least.value) });
}

const eitherOf = (of: Schema, other: Made): Made => ('lost' in other ? other : plain(unionOf([of.shape, other.shape])));

/** The keys of `{ id: true }`; null for what is written in another way. */
const maskOf = (value: ValueNode | undefined): string[] | null =>
  value?.kind === 'record' && value.entries.every((one) => one.value.kind === 'literal' && one.value.value === true)
    ? value.entries.map(({ name }) => name)
    : null;

/** All fields, or those of a mask; a default of zod 4 still fills one that is left out. */
function partialOf(of: Schema, given: readonly ValueNode[], major: () => ZodMajor): Made {
  const names = given.length === 0 ? null : maskOf(given[0]);
  if (given.length > 0 && names === null) return lost('.partial()');
  return plain(
    withFields(of.shape, '.partial', (field) => {
      const { keys, shape, at } = field;
      if (names !== null && !names.includes(keys[0]!)) return field;
      const left = { keys, shape, at, required: false };
      return field.isFilled && major() === '4' ? { ...left, required: field.required, isFilled: true } : left;
    }),
  );
}

function withRest(shape: Shape, method: string, kind: 'forbid' | 'ignore'): Shape {
  const own = resolved(shape);
  if (own.kind === 'unknown') return own;
  return own.kind === 'object' ? { ...own, rest: { kind } } : unknown(`.${method}() of what is no object`);
}

const kept = (shape: Shape, method: string, names: readonly string[]): Shape =>
  withFields(shape, `.${method}`, (field) => (names.includes(field.keys[0]!) === (method === 'pick') ? field : null));

/** Fields of the second take the place of those of the first; `merge` takes its rest too. */
function extended(standing: Standing, of: Schema, name: string, value: ValueNode | undefined): Made {
  const isRecord = value?.kind === 'record';
  const other =
    value === undefined
      ? lost(`.${name}`)
      : isRecord
        ? objectSchema(standing, value, false)
        : schemaOf(standing, value);
  if ('lost' in other) return other;
  const [own, more] = [resolved(of.shape), resolved(other.shape)];
  if (own.kind !== 'object' || more.kind !== 'object') return lost(`.${name}`);
  const left = own.fields.filter(({ keys }) => !more.fields.some((field) => field.keys[0] === keys[0]));
  return plain({ ...own, fields: [...left, ...more.fields], rest: isRecord ? own.rest : more.rest });
}
