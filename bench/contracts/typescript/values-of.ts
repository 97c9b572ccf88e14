import { random } from '../pair-model.ts';
import type { TypedPair } from './make-typed-pair.ts';
import { makeValue } from './make-values.ts';

/** Values of the root; undefined is one of some. */
export function valuesOf({ types, numbers, floats, root, seed }: TypedPair, count: number): unknown[] {
  const maker = { random: random(seed + 7), types, numbers, floats };
  return Array.from({ length: count }, () => makeValue(maker, { t: 'ref', name: root }));
}
