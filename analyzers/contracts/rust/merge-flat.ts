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
  const isMap = choices.map((all) => all.some((one) => one !== null && 'rest' in one && one.rest.kind === 'map'));
  // A map sees what stands behind it too: only the last one is read as what is left.
  if (side === 'reads' && isMap.slice(0, -1).includes(true))
    return unknown('a flattened map before another is not judged');
  let wholes: (ObjectShape | null)[] = [object];
  for (const alternatives of choices)
    wholes = wholes.flatMap((whole) =>
      alternatives.map((one) => (one === null || whole === null ? whole : joined(side, whole, one as ObjectShape))),
    );
  const held = wholes.filter((one) => one !== null);
  if (held.some(hasTwice)) return unknown('a flattened field has the name of another');
  return unionOf(held);
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

/** Null: what is flattened lacks a key that the fields before it take, and is never read. */
function joined(side: Side, whole: ObjectShape, { fields, rest }: ObjectShape): ObjectShape | null {
  const taken = new Set(side === 'reads' ? whole.fields.flatMap(({ keys }) => keys) : []);
  const left = fields.map((field) => ({ ...field, keys: field.keys.filter((key) => !taken.has(key)) }));
  if (left.some(({ keys, required }) => keys.length === 0 && required)) return null;
  const own = left.filter(({ keys }) => keys.length > 0);
  return { ...whole, fields: [...whole.fields, ...own], rest: restOf(side, whole.rest, rest) };
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
