import { type RenameRule, renameField, renameVariant } from '../../analyzers/contracts/rust/wire-names.ts';
import { type Build, type Declared, random, randomDeclared } from './pair-model.ts';
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

/** The types that a seed draws first, before anything drifts, and the root among them. */
export function drawTypes(seed: number): { readonly build: Build; readonly root: Declared } {
  const drawn = random(seed);
  const build: Build = {
    random: drawn,
    declared: [],
    rename: {
      field: (name, rule) => renameField(name, rule as RenameRule),
      variant: (name, rule) => renameVariant(name, rule as RenameRule),
    },
  };
  return { build, root: randomDeclared(build, 0, drawn.chance(80) ? 'struct' : 'enum') };
}

/** Types of both languages that were meant to agree; in two of three pairs something has drifted. */
export function makePair(seed: number): Pair {
  const { build, root } = drawTypes(seed);
  const { random: drawn, declared } = build;
  const byAlias = drawn.chance(85);
  const integers = drawn.chance(85) ? 'int64' : 'any';
  const leaves = drawn.chance(20) ? drawn.pick(['exclude_none', 'exclude_unset', 'exclude_defaults']) : null;
  const python = writePython(drawn, root, { drift: drawn.pick([0, 5, 15]), byAlias, integers });
  return {
    rust: writeRust(declared),
    arb: writeArb(declared),
    root: root.name,
    python,
    dump: { by_alias: byAlias, ...(leaves === null ? {} : { [leaves]: true }) },
    integers,
    floats: drawn.chance(90) ? 'finite' : 'any',
  };
}
