import {
  ANY,
  constant,
  type Field,
  NEVER,
  NULL,
  objectOf,
  type Rest,
  resolved,
  type Shape,
  STRING,
  unionOf,
  unknown,
  unsure,
} from '../shape/shape.ts';
import { areDisjoint } from './are-disjoint.ts';
import { escaped, jsonLines, valueAt } from './json-lines.ts';

type Schema = Readonly<Record<string, unknown>>;

interface Reader {
  readonly path: string;
  readonly root: unknown;
  readonly lines: ReadonlyMap<string, number>;
  readonly side: 'writes' | 'reads';
  readonly made: Map<string, Shape>;
}

/** The values that a JSON Schema (draft 2020-12, or 7) allows. @param pointer `/$defs/Job`; '' for the whole */
export function schemaShape(path: string, text: string, pointer: string, side: 'writes' | 'reads'): Shape {
  const root: unknown = JSON.parse(text);
  return shapeAt({ path, root, lines: jsonLines(text), side, made: new Map() }, pointer);
}

/** A schema by its place: it may hold itself. */
function shapeAt(reader: Reader, pointer: string): Shape {
  const get = (): Shape => {
    const known = reader.made.get(pointer);
    if (known) return known;
    reader.made.set(pointer, unknown(`${pointer} is defined by itself`));
    const made = shapeOf(reader, pointer, valueAt(reader.root, pointer));
    reader.made.set(pointer, made);
    return made;
  };
  return { kind: 'ref', id: `${reader.side} ${reader.path}#${pointer}`, get };
}

/** What narrows a value in ways that are not judged. */
const STRANGE =
  /^(?:not|if|then|else|dependentSchemas|dependentRequired|dependencies|propertyNames|patternProperties|unevaluatedProperties|unevaluatedItems|contains|minContains|multipleOf|uniqueItems|minProperties|maxProperties|pattern|\$dynamicRef|\$recursiveRef|allOf)$/;

function shapeOf(reader: Reader, pointer: string, schema: unknown): Shape {
  if (schema === true) return ANY;
  if (schema === false) return NEVER;
  if (typeof schema !== 'object' || schema === null) return unknown(`${pointer} is no schema`);
  const own = schema as Schema;
  const strange = Object.keys(own).find((key) => STRANGE.test(key) && own[key] !== false);
  const shape = plainShape(reader, pointer, own);
  if (strange === undefined) return shape;
  const why = `\`${strange}\` at ${reader.path}:${reader.lines.get(pointer) ?? 1} is not judged`;
  return reader.side === 'reads' ? unknown(why) : unsure(shape, why);
}

function plainShape(reader: Reader, pointer: string, schema: Schema): Shape {
  if (typeof schema.$ref === 'string') return refShape(reader, schema.$ref);
  if ('const' in schema) return constShape(schema.const);
  if (Array.isArray(schema.enum)) return unionOf(schema.enum.map(constShape));
  if (Array.isArray(schema.anyOf)) return unionOf(schema.anyOf.map((_, i) => shapeAt(reader, `${pointer}/anyOf/${i}`)));
  if (Array.isArray(schema.oneOf)) return oneOfShape(reader, pointer, schema.oneOf.length);
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? implied(schema)];
  return unionOf(types.map((type) => typeShape(reader, pointer, schema, type)));
}

/** A schema without a type allows every other type too; only the plain forms are read. */
const implied = (schema: Schema): string | undefined => ('properties' in schema ? 'object' : undefined);

function refShape(reader: Reader, ref: string): Shape {
  if (!ref.startsWith('#')) return unknown(`${ref} leads out of the file`);
  const pointer = decodeURIComponent(ref.slice(1));
  return valueAt(reader.root, pointer) === undefined ? unknown(`${ref} leads nowhere`) : shapeAt(reader, pointer);
}

function constShape(value: unknown): Shape {
  if (value === null) return NULL;
  if (typeof value === 'string' || typeof value === 'boolean') return constant(value);
  return typeof value === 'number' && Number.isSafeInteger(value)
    ? constant(BigInt(value))
    : unknown('a constant that is no plain value');
}

/** Exactly one: a union where no value can be of two. */
function oneOfShape(reader: Reader, pointer: string, count: number): Shape {
  const shapes = Array.from({ length: count }, (_, i) => shapeAt(reader, `${pointer}/oneOf/${i}`));
  if (areDisjoint(shapes.map(resolved))) return unionOf(shapes);
  const why = '`oneOf` whose alternatives may overlap is not judged';
  return reader.side === 'reads' ? unknown(why) : unsure(unionOf(shapes), why);
}

function typeShape(reader: Reader, pointer: string, schema: Schema, type: unknown): Shape {
  switch (type) {
    case 'null':
      return NULL;
    case 'boolean':
      return { kind: 'bool', leniency: 'exact' };
    case 'integer':
      return integerShape(reader, schema);
    case 'number':
      return numberShape(schema);
    case 'string':
      return { ...STRING, min: numberAt(schema, 'minLength') ?? 0, max: numberAt(schema, 'maxLength') } as Shape;
    case 'array':
      return arrayShape(reader, pointer, schema);
    case 'object':
      return objectShape(reader, pointer, schema);
    case undefined:
      return ANY;
    default:
      return unknown(`the type ${String(type)} is not known`);
  }
}

const numberAt = (schema: Schema, key: string): number | null => {
  const value = schema[key];
  return typeof value === 'number' ? value : null;
};

function integerShape({ side }: Reader, schema: Schema): Shape {
  const low = numberAt(schema, 'minimum') ?? plus(numberAt(schema, 'exclusiveMinimum'), 1);
  const high = numberAt(schema, 'maximum') ?? plus(numberAt(schema, 'exclusiveMaximum'), -1);
  if ([low, high].some((one) => one !== null && !Number.isSafeInteger(one)))
    return unknown('a limit of an integer is no integer');
  const leniency = side === 'reads' ? 'whole' : 'exact';
  return { kind: 'int', min: low === null ? null : BigInt(low), max: high === null ? null : BigInt(high), leniency };
}

const plus = (value: number | null, more: number): number | null => (value === null ? null : value + more);

function numberShape(schema: Schema): Shape {
  const bound = (plain: string, open: string): { at: number; open: boolean } | null => {
    const [at, past] = [numberAt(schema, plain), numberAt(schema, open)];
    if (past !== null) return { at: past, open: true };
    return at === null ? null : { at, open: false };
  };
  return {
    kind: 'float',
    low: bound('minimum', 'exclusiveMinimum'),
    high: bound('maximum', 'exclusiveMaximum'),
    leniency: 'exact',
  };
}

function arrayShape(reader: Reader, pointer: string, schema: Schema): Shape {
  const [min, max] = [numberAt(schema, 'minItems') ?? 0, numberAt(schema, 'maxItems')];
  if (Array.isArray(schema.prefixItems)) {
    const { length } = schema.prefixItems;
    if (min !== length || (schema.items !== false && max !== length)) return unknown('`prefixItems` of any length');
    return { kind: 'tuple', items: schema.prefixItems.map((_, i) => shapeAt(reader, `${pointer}/prefixItems/${i}`)) };
  }
  if (Array.isArray(schema.items)) return unknown('`items` as a list is not judged');
  const items = schema.items === undefined ? ANY : shapeAt(reader, `${pointer}/items`);
  return { kind: 'array', items, min, max };
}

function objectShape(reader: Reader, pointer: string, schema: Schema): Shape {
  const properties = (schema.properties ?? {}) as Schema;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields = Object.keys(properties).map((key): Field => {
    const at = `${pointer}/properties/${escaped(key)}`;
    return {
      keys: [key],
      shape: shapeAt(reader, at),
      required: required.includes(key),
      at: { path: reader.path, line: reader.lines.get(at) ?? 1 },
    };
  });
  const bare = required.filter((key): key is string => typeof key === 'string' && !(key in properties));
  const more = bare.map((key) => ({ keys: [key], shape: ANY, required: true, at: { path: reader.path, line: 1 } }));
  return objectOf([...fields, ...more], restOf(reader, pointer, schema));
}

/** Of a writer, further keys that the schema allows may be written, by somebody. */
function restOf(reader: Reader, pointer: string, schema: Schema): Rest {
  const further = schema.additionalProperties;
  if (further === false) return { kind: 'forbid' };
  if (typeof further === 'object' && further !== null)
    return { kind: 'map', keys: STRING, values: shapeAt(reader, `${pointer}/additionalProperties`) };
  if (reader.side === 'reads') return { kind: 'ignore' };
  const why = 'the schema allows further keys';
  return { kind: 'map', keys: unsure(STRING, why), values: unsure(ANY, why) };
}
