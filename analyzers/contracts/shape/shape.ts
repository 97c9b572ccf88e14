import type { Spot } from '../../bridge/native.ts';
import type { Format } from './formats.ts';

/**
 * How a reader takes a value that is nearly of its type: `exact` as serde does; `whole` takes 5.0 for an integer; `lax` as pydantic does in
 * its usual mode, which takes "5" too. Of a writer it is `exact`.
 */
export type Leniency = 'exact' | 'whole' | 'lax';

/** A set of JSON values: what one side may write, or what one side accepts. */
export type Shape =
  | { readonly kind: 'any' }
  /** The source does not show it. */
  | { readonly kind: 'unknown'; readonly why: string }
  /** Of a writer: no more than these, and perhaps fewer. */
  | { readonly kind: 'unsure'; readonly shape: Shape; readonly why: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly leniency: Leniency }
  | { readonly kind: 'int'; readonly min: bigint | null; readonly max: bigint | null; readonly leniency: Leniency }
  /** Of a writer: a number that is taken to be what is read. */
  | { readonly kind: 'fitting' }
  | { readonly kind: 'float'; readonly low: Bound | null; readonly high: Bound | null; readonly leniency: Leniency }
  /** Lengths in code points. */
  | { readonly kind: 'string'; readonly min: number; readonly max: number | null; readonly format: Format | null }
  /** A number, or `true` and `false`, as the key of an object. */
  | { readonly kind: 'int-key'; readonly min: bigint | null; readonly max: bigint | null }
  | { readonly kind: 'const'; readonly value: boolean | bigint | string }
  | { readonly kind: 'array'; readonly items: Shape; readonly min: number; readonly max: number | null }
  | { readonly kind: 'tuple'; readonly items: readonly Shape[] }
  | ObjectShape
  | { readonly kind: 'union'; readonly shapes: readonly Shape[] }
  /** A named type, which may hold itself. */
  | { readonly kind: 'ref'; readonly id: string; readonly get: () => Shape };

export interface Bound {
  readonly at: number;
  /** The bound itself is left out. */
  readonly open: boolean;
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: readonly Field[];
  readonly rest: Rest;
  /** The reader may take an array in place of the object, field by field. */
  readonly positional?: boolean;
  /**
   * Further keys that the reader may let through although it forbids others: pydantic 2.13 takes a field's own name beside its alias from JSON,
   * and not from a dictionary.
   */
  readonly tolerated?: ReadonlySet<string>;
}

export interface Field {
  /** The names that it is read by; the first is the one that is written. */
  readonly keys: readonly string[];
  readonly shape: Shape;
  /** Of a reader: it must be there. Of a writer: it always is. */
  readonly required: boolean;
  /** Of a reader: why nobody can tell whether it must be there; `required` is false then. */
  readonly mayRequire?: string;
  /** A default stands for it where it is left out. */
  readonly isFilled?: boolean;
  readonly at: Spot;
}

/** Keys that no field has: an error (of a writer: there are none), ignored, or of a map. */
export type Rest =
  | { readonly kind: 'forbid' }
  | { readonly kind: 'ignore' }
  | { readonly kind: 'map'; readonly keys: Shape; readonly values: Shape };

export const ANY: Shape = { kind: 'any' };
export const NULL: Shape = { kind: 'null' };
export const NEVER: Shape = { kind: 'union', shapes: [] };
export const BOOL: Shape = { kind: 'bool', leniency: 'exact' };
export const STRING: Shape = { kind: 'string', min: 0, max: null, format: null };
export const FLOAT: Shape = { kind: 'float', low: null, high: null, leniency: 'exact' };

export const unknown = (why: string): Shape => ({ kind: 'unknown', why });
export const unsure = (shape: Shape, why: string): Shape => ({ kind: 'unsure', shape, why });
export const constant = (value: boolean | bigint | string): Shape => ({ kind: 'const', value });
export const nullable = (shape: Shape): Shape => unionOf([shape, NULL]);
export const arrayOf = (items: Shape): Shape => ({ kind: 'array', items, min: 0, max: null });

/** Unions in unions are one; one alternative is itself. */
export function unionOf(shapes: readonly Shape[]): Shape {
  const flat = shapes.flatMap((one) => (one.kind === 'union' ? one.shapes : [one]));
  return flat.length === 1 ? flat[0]! : { kind: 'union', shapes: flat };
}

export const objectOf = (fields: readonly Field[], rest: Rest = { kind: 'ignore' }): ObjectShape => ({
  kind: 'object',
  fields,
  rest,
});

/** The shape behind names. */
export function resolved(shape: Shape): Shape {
  let at = shape;
  for (let steps = 0; at.kind === 'ref'; steps++) {
    if (steps > 50) return unknown(`${at.id} is defined by itself`);
    at = at.get();
  }
  return at;
}
