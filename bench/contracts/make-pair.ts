import { type RenameRule, renameField, renameVariant } from '../../analyzers/contracts/rust/wire-names.ts';
import { type Build, random, randomDeclared } from './pair-model.ts';
import { type PythonPair, writePython } from './write-python.ts';
import { writeArb, writeRust } from './write-rust.ts';

export interface Pair {
  readonly rust: string;
  readonly arb: string;
  /** The type that is compared. */
  readonly root: string;
  readonly python: PythonPair;
  /** Arguments of `dump_json`. */
  readonly dump: Readonly<Record<string, boolean>>;
  readonly integers: 'int64' | 'any';
  readonly floats: 'finite' | 'any';
}

/** Types of both languages that were meant to agree; in two of three pairs something has drifted. */
export function makePair(seed: number): Pair {
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
  const byAlias = own.chance(85);
  const integers = own.chance(85) ? 'int64' : 'any';
  const leaves = own.chance(20) ? own.pick(['exclude_none', 'exclude_unset', 'exclude_defaults']) : null;
  const python = writePython(own, root, { drift: own.pick([0, 5, 15]), byAlias, integers });
  return {
    rust: writeRust(build.declared),
    arb: writeArb(build.declared),
    root: root.name,
    python,
    dump: { by_alias: byAlias, ...(leaves === null ? {} : { [leaves]: true }) },
    integers,
    floats: own.chance(90) ? 'finite' : 'any',
  };
}
