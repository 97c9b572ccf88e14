import { type Bound, resolved, type Shape, unknown, unsure } from '../shape/shape.ts';
import type { Limit, Metadata } from './metadata.ts';
import type { PythonShapes } from './python-context.ts';

/** A shape within what `Field` and the like say. */
export function constrain({ side }: PythonShapes, shape: Shape, metadata: Metadata): Shape {
  const why = side === 'reads' ? metadata.reads : metadata.writes;
  const bound = isBounded(metadata) ? within(shape, metadata) : shape;
  if (why === null) return bound;
  return side === 'reads' ? unknown(why) : unsure(bound, why);
}

const isBounded = ({ low, high, minLength, maxLength }: Metadata): boolean =>
  low !== null || high !== null || minLength !== null || maxLength !== null;

function within(shape: Shape, metadata: Metadata): Shape {
  const own = resolved(shape);
  const isSized = metadata.low === null && metadata.high === null;
  const isNumber = metadata.minLength === null && metadata.maxLength === null;
  if (own.kind === 'int' && isNumber) return integerWithin(own, metadata);
  if (own.kind === 'float' && isNumber) return floatWithin(own, metadata);
  if ((own.kind === 'string' || own.kind === 'array') && isSized) return sizedWithin(own, metadata);
  // Of `int | None` the number is limited; null is let through.
  return own.kind === 'union' && own.shapes.filter(isValue).length === 1
    ? { kind: 'union', shapes: own.shapes.map((one) => (isValue(one) ? within(one, metadata) : one)) }
    : unknown('a limit on what has none is not judged');
}

const isValue = ({ kind }: Shape): boolean => kind !== 'null';

type Of<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;

const floatWithin = (own: Of<'float'>, { low, high }: Metadata): Shape => ({
  ...own,
  low: low === null ? own.low : boundOf(low),
  high: high === null ? own.high : boundOf(high),
});

const sizedWithin = (own: Of<'string' | 'array'>, { minLength, maxLength }: Metadata): Shape => ({
  ...own,
  min: Math.max(own.min, minLength ?? 0),
  max: maxLength ?? own.max,
});

const boundOf = ({ at, open }: Limit): Bound => ({ at: Number(at), open });

function integerWithin(own: Extract<Shape, { kind: 'int' }>, { low, high }: Metadata): Shape {
  const min = low === null ? own.min : least(low);
  const max = high === null ? own.max : greatest(high);
  if (min === undefined || max === undefined) return unknown('an integer is limited by a number with a fraction');
  return { ...own, min, max };
}

const least = ({ at, open }: Limit): bigint | undefined => (typeof at === 'bigint' ? at + (open ? 1n : 0n) : undefined);
const greatest = ({ at, open }: Limit): bigint | undefined =>
  typeof at === 'bigint' ? at - (open ? 1n : 0n) : undefined;
