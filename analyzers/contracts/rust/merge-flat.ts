import type { Spot } from '../../bridge/native.ts';
import { type ObjectShape, type Rest, resolved, type Shape, unionOf, unknown } from '../shape/shape.ts';
import type { Side } from './serde-options.ts';

interface Flat {
  readonly shape: Shape;
  readonly at: Spot;
}

/** The object with the fields of what is flattened into it; alternatives make alternatives of the whole. */
export function mergeFlat(side: Side, object: ObjectShape, flat: readonly Flat[]): Shape {
  const choices = flat.map(({ shape }) => choicesOf(side, shape));
  const lost = choices.flat().find((one) => one !== null && 'why' in one);
  if (lost) return unknown((lost as { why: string }).why);
  const isMap = choices.flat().some((one) => one !== null && 'rest' in one && one.rest.kind === 'map');
  if (side === 'reads' && isMap && flat.length > 1) return unknown('a flattened map beside another is not judged');
  let wholes: ObjectShape[] = [object];
  for (const alternatives of choices)
    wholes = wholes.flatMap((whole) =>
      alternatives.map((one) => (one === null ? whole : joined(side, whole, one as ObjectShape))),
    );
  if (wholes.some(hasTwice)) return unknown('a flattened field has the name of another');
  return unionOf(wholes);
}

type Choice = ObjectShape | { readonly why: string } | null;

/** The objects that a flattened type can be; null: nothing at all. */
function choicesOf(side: Side, shape: Shape): Choice[] {
  const own = resolved(shape);
  if (own.kind === 'object') return [own];
  if (own.kind === 'unknown') return [{ why: own.why }];
  if (own.kind === 'null' && side === 'writes') return [null];
  if (own.kind !== 'union') return [{ why: 'what is flattened is no object' }];
  const isOptional = own.shapes.some((one) => resolved(one).kind === 'null');
  // An `Option` that is flattened reads whatever does not fit as `None`.
  if (side === 'reads' && isOptional) return [{ why: 'a flattened `Option` is not judged' }];
  return own.shapes.flatMap((one) => choicesOf(side, one));
}

function joined(side: Side, whole: ObjectShape, { fields, rest }: ObjectShape): ObjectShape {
  return { ...whole, fields: [...whole.fields, ...fields], rest: restOf(side, whole.rest, rest) };
}

/** What the flattened type denies is not denied: only the outer struct's own `deny_unknown_fields` counts. */
function restOf(side: Side, outer: Rest, inner: Rest): Rest {
  if (inner.kind === 'map') return inner;
  return side === 'reads' || outer.kind === 'map' ? outer : { kind: 'forbid' };
}

function hasTwice({ fields }: ObjectShape): boolean {
  const keys = fields.flatMap((field) => field.keys);
  return new Set(keys).size < keys.length;
}
