import { isArray, isObject, type Json, type JsonObject, nameOf, OPAQUE, printJson } from './json.ts';
import { judgeScalar } from './judge-scalar.ts';
import { ACCEPTS, type Judgement, rejects, UNKNOWN } from './judgement.ts';
import { type Field, type ObjectShape, resolved, type Shape } from './shape.ts';

/** Reads one JSON value by a shape. */
export function judge(reader: Shape, value: Json): Judgement {
  const shape = resolved(reader);
  if (value === OPAQUE) return shape.kind === 'any' ? ACCEPTS : UNKNOWN;
  switch (shape.kind) {
    case 'any':
      return ACCEPTS;
    case 'unknown':
    case 'unsure':
    case 'fitting':
      return UNKNOWN;
    case 'union':
      return judgeUnion(shape.shapes, value);
    case 'array':
      return judgeArray(shape, value);
    case 'tuple':
      return judgeTuple(shape.items, value);
    case 'object':
      return judgeObject(shape, value);
    default:
      return judgeScalar(shape, value);
  }
}

function judgeUnion(shapes: readonly Shape[], value: Json): Judgement {
  const all = shapes.map((shape) => judge(shape, value));
  if (all.some(({ verdict }) => verdict === 'accepts')) return ACCEPTS;
  if (all.some(({ verdict }) => verdict === 'unknown')) return UNKNOWN;
  // The alternative that came farthest gives the reason.
  const [deepest] = all
    .filter((one) => one.verdict === 'rejects')
    .sort((a, b) => b.way.length - a.way.length || (b.field === null ? 0 : 1) - (a.field === null ? 0 : 1));
  if (deepest !== undefined && (deepest.way.length > 0 || all.length === 1)) return deepest;
  return rejects(`none of ${shapes.length} alternatives takes ${printJson(value)}`, deepest?.field ?? null);
}

function judgeArray(shape: Extract<Shape, { kind: 'array' }>, value: Json): Judgement {
  if (!isArray(value)) return rejects(`an array is read, ${nameOf(value)} is written`);
  if (value.length < shape.min) return rejects(`at least ${shape.min} elements are read, ${value.length} are written`);
  if (shape.max !== null && value.length > shape.max)
    return rejects(`at most ${shape.max} elements are read, ${value.length} are written`);
  return worst(value.map((one, i) => below(String(i), judge(shape.items, one))));
}

function judgeTuple(items: readonly Shape[], value: Json): Judgement {
  if (!isArray(value)) return rejects(`an array is read, ${nameOf(value)} is written`);
  if (value.length !== items.length) return rejects(`${items.length} elements are read, ${value.length} are written`);
  return worst(items.map((shape, i) => below(String(i), judge(shape, value[i]!))));
}

function judgeObject(shape: ObjectShape, value: Json): Judgement {
  if (!isObject(value))
    return isArray(value) && shape.positional ? UNKNOWN : rejects(`an object is read, ${nameOf(value)} is written`);
  const known = new Set(shape.fields.flatMap(({ keys }) => keys));
  const extra = [...value].filter(([key]) => !known.has(key));
  return worst([...shape.fields.map((field) => judgeField(field, value)), ...judgeRest(shape, extra)]);
}

function judgeField(field: Field, value: JsonObject): Judgement {
  const present = field.keys.filter((key) => value.has(key));
  if (present.length === 0) {
    if (field.required) return rejects(`\`${field.keys[0]}\` is required, and is not written`, field);
    return field.mayRequire === undefined ? ACCEPTS : UNKNOWN;
  }
  if (present.length > 1) return UNKNOWN;
  const [key = ''] = present;
  const found = below(key, judge(field.shape, value.get(key)!));
  return found.verdict === 'rejects' && found.field === null ? { ...found, field } : found;
}

function judgeRest({ rest, tolerated }: ObjectShape, extra: readonly (readonly [string, Json])[]): Judgement[] {
  if (rest.kind === 'ignore') return [];
  if (rest.kind === 'forbid')
    return extra.map(([key]) =>
      tolerated?.has(key) ? UNKNOWN : rejects(`\`${key}\` is written, and no further key is allowed`),
    );
  return extra.flatMap(([key, value]) => [below(key, judge(rest.keys, key)), below(key, judge(rest.values, value))]);
}

const below = (part: string, found: Judgement): Judgement =>
  found.verdict === 'rejects' ? { ...found, way: [part, ...found.way] } : found;

/** A place that surely rejects decides, whatever else cannot be told. */
function worst(all: readonly Judgement[]): Judgement {
  return (
    all.find(({ verdict }) => verdict === 'rejects') ?? all.find(({ verdict }) => verdict === 'unknown') ?? ACCEPTS
  );
}
