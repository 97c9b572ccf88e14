import { FORMATS } from './formats.ts';
import { type Json, OPAQUE } from './json.ts';
import { type Bound, type Field, type ObjectShape, resolved, type Shape } from './shape.ts';

const MOST = 400;
const MOST_DEPTH = 8;

/**
 * Values that a writer surely can write, those at the edges among them: each bound, each alternative, each key left out. The first is a plain
 * one. What is not known stands as `OPAQUE` in them. Empty where a type holds itself without end.
 */
export const samplesOf = (writer: Shape): Json[] => sample(writer, 0).slice(0, MOST);

function sample(shape: Shape, depth: number): readonly Json[] {
  if (depth > MOST_DEPTH) return [];
  const own = resolved(shape);
  switch (own.kind) {
    case 'any':
      return ['a', null, 1n, []];
    case 'unknown':
    case 'unsure':
      return [OPAQUE];
    case 'union':
      return interleaved(own.shapes.map((one) => sample(one, depth + 1)));
    case 'array':
      return arrays(own, depth);
    case 'tuple':
      return tuples(own.items, depth);
    case 'object':
      return objects(own, depth);
    default:
      return scalars(own);
  }
}

function scalars(shape: Shape): readonly Json[] {
  switch (shape.kind) {
    case 'null':
      return [null];
    case 'bool':
      return [true, false];
    case 'int':
      return integers(shape.min, shape.max);
    case 'int-key':
      return integers(shape.min, shape.max).map(String);
    case 'fitting':
      return [1n];
    case 'float':
      return floats(shape.low, shape.high);
    case 'string':
      return strings(shape);
    case 'const':
      return [shape.value];
    default:
      return [];
  }
}

function integers(min: bigint | null, max: bigint | null): bigint[] {
  const wanted = [
    1n,
    0n,
    -1n,
    300n,
    ...(min === null ? [-(2n ** 70n)] : [min]),
    ...(max === null ? [2n ** 70n] : [max]),
  ];
  return [...new Set(wanted)].filter((one) => (min === null || one >= min) && (max === null || one <= max));
}

function floats(low: Bound | null, high: Bound | null): number[] {
  const edges = [low, high].flatMap((bound) => (bound === null ? [] : [bound.at, bound.at + 0.5, bound.at - 0.5]));
  return [...new Set([0.5, 1, -1.5, 0, 1e300, -1e300, ...edges])].filter(
    (one) =>
      (low === null || (low.open ? one > low.at : one >= low.at)) &&
      (high === null || (high.open ? one < high.at : one <= high.at)),
  );
}

function strings({ min, max, format }: Extract<Shape, { kind: 'string' }>): string[] {
  if (format !== null) return [...FORMATS[format].samples];
  const isFit = (text: string): boolean => [...text].length >= min && (max === null || [...text].length <= max);
  const longest = 'b'.repeat(Math.min(max ?? min + 40, 5_000));
  return [...new Set(['a', '', 'é😀', 'b'.repeat(min), longest])].filter(isFit);
}

function arrays({ items, min, max }: Extract<Shape, { kind: 'array' }>, depth: number): readonly Json[] {
  const each = max === 0 ? [] : sample(items, depth + 1);
  const most = max ?? Math.max(min, 12);
  const filled = each.map((one): Json => [one, ...repeated(each[0]!, Math.max(0, min - 1))]);
  const longest: Json[] = each.length === 0 || most > 5_000 ? [] : [repeated(each[0]!, most)];
  return [...filled, ...(min === 0 ? [[]] : []), ...longest];
}

const repeated = (value: Json, times: number): Json[] => Array.from({ length: times }, (): Json => value);

function tuples(items: readonly Shape[], depth: number): readonly Json[] {
  const each = items.map((one) => sample(one, depth + 1));
  if (each.some(({ length }) => length === 0)) return [];
  const base = each.map((values) => values[0] as Json);
  return [base, ...each.flatMap((values, i) => values.slice(1).map((value) => base.with(i, value)))];
}

/** All fields plain; then one after the other with each of its values, or left out; then only what is always there. */
function objects({ fields, rest }: ObjectShape, depth: number): readonly Json[] {
  const each = fields.map((field) => ({ field, values: sample(field.shape, depth + 1) }));
  if (each.some(({ field, values }) => field.required && values.length === 0)) return [];
  const held = each.filter(({ values }) => values.length > 0);
  const base = new Map(held.map(({ field, values }) => [keyOf(field), values[0] as Json]));
  const least = new Map([...base].filter(([key]) => held.some(({ field }) => keyOf(field) === key && field.required)));
  const further = rest.kind === 'map' ? entries(rest, depth).filter(([key]) => !base.has(key)) : [];
  return [
    base,
    least,
    ...held.flatMap(({ field, values }) => values.slice(1).map((value) => new Map([...base, [keyOf(field), value]]))),
    ...held
      .filter(({ field }) => !field.required)
      .map(({ field }) => new Map([...base].filter(([key]) => key !== keyOf(field)))),
    ...further.map((entry) => new Map([...base, entry])),
  ];
}

function entries({ keys, values }: { readonly keys: Shape; readonly values: Shape }, depth: number): [string, Json][] {
  const names = sample(keys, depth + 1).filter((one): one is string => typeof one === 'string');
  const each = sample(values, depth + 1);
  const [name] = names;
  const [plain] = each;
  if (name === undefined || plain === undefined) return [];
  return [...each.map((value): [string, Json] => [name, value]), ...names.map((one): [string, Json] => [one, plain])];
}

const keyOf = ({ keys }: Field): string => keys[0]!;

/** The first of each, then the second of each. */
function interleaved(lists: readonly (readonly Json[])[]): Json[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => (i < list.length ? [list[i]!] : []))).flat();
}
