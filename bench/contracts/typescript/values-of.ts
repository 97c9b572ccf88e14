import { random } from '../pair-model.ts';
import type { TypedPair } from './make-typed-pair.ts';
import { makeValue } from './make-values.ts';

/** Payloads that JSON.stringify writes of values of the root; undefined is none. */
export function valuesOf({ types, numbers, floats, root, seed }: TypedPair, count: number): string[] {
  const maker = { random: random(seed + 7), types, numbers, floats };
  const texts = Array.from(
    { length: count },
    () => JSON.stringify(makeValue(maker, { t: 'ref', name: root })) as string | undefined,
  );
  return [...new Set(texts.filter((text) => text !== undefined))].sort();
}
