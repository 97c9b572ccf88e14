import { type RenameRule, renameField, renameVariant } from '../../../analyzers/contracts/rust/wire-names.ts';
import { makePair, type Pair } from '../make-pair.ts';
import { type Build, random, randomDeclared } from '../pair-model.ts';
import { printTypes } from './print-types.ts';
import { makeTypes, type TsTypes } from './type-model.ts';

export interface TypedPair extends Pair {
  readonly types: TsTypes;
  readonly typescript: string;
  readonly numbers: 'fit' | 'any';
  readonly seed: number;
}

/** A pair of serde and pydantic, and a side of TypeScript that was meant to agree with it; in two of three something has drifted. */
export function makeTypedPair(seed: number): TypedPair {
  const pair = makePair(seed);
  // The same root as the pair's: it is drawn first from the same seed.
  const own = random(seed);
  const build: Build = {
    random: own,
    declared: [],
    rename: {
      field: (name, rule) => renameField(name, rule as RenameRule),
      variant: (name, rule) => renameVariant(name, rule as RenameRule),
    },
  };
  const root = randomDeclared(build, 0, own.chance(80) ? 'struct' : 'enum');
  const drawn = random(seed + 500_000_007);
  const types = makeTypes(drawn, root, drawn.pick([0, 4, 12]));
  return {
    ...pair,
    types,
    typescript: printTypes(drawn, types, root.name),
    numbers: drawn.chance(50) ? 'fit' : 'any',
    seed,
  };
}
