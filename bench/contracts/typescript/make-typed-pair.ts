import { drawTypes, makePair, type Pair } from '../make-pair.ts';
import { random } from '../pair-model.ts';
import { printSchemas } from './print-schemas.ts';
import { printTypes } from './print-types.ts';
import { makeTypes, type TsTypes } from './type-model.ts';

export interface TypedPair extends Pair {
  readonly types: TsTypes;
  readonly typescript: string;
  readonly numbers: 'fit' | 'any';
  readonly seed: number;
}

/** A pair of serde and pydantic, and a side of TypeScript that was meant to agree with it; in two of three something has drifted. */
export function makeTypedPair(seed: number, how: 'types' | 'zod' = 'types'): TypedPair {
  const { root } = drawTypes(seed);
  const drawn = random(seed + 500_000_007);
  const types = makeTypes(drawn, root, drawn.pick([0, 4, 12]));
  return {
    ...makePair(seed),
    types,
    typescript: (how === 'types' ? printTypes : printSchemas)(drawn, types, root.name),
    numbers: drawn.chance(50) ? 'fit' : 'any',
    seed,
  };
}
