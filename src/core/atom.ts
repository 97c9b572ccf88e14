import type { Unit, UnitId } from './unit.ts';

/** A name that the functions of a unit import when they run. */
export interface Cut {
  readonly unit: UnitId;
  readonly name: string;
}

/** How reference cycles may be cut, for a language whose files may not need one another in a cycle. */
export interface Breaking {
  /** In how many functions a unit's reads of a name would have to become imports; null where they cannot. */
  readonly weigh: (unit: Unit, name: string) => number | null;
  /** Whether these units, as one module, are over the limit. */
  readonly tooLarge: (units: readonly Unit[]) => boolean;
}

/** What is asked of the units of one file, beside what its language says of them. */
export interface Wishes {
  /** Units that a codemod cannot move, with the reason. */
  readonly stay?: ReadonlyMap<UnitId, string> | undefined;
  /** Units that may not come to stand in different modules. */
  readonly together?: readonly (readonly [UnitId, UnitId])[] | undefined;
  /** Units that stay by themselves, and that a codemod can move where the limit asks for it. */
  readonly leave?: ReadonlySet<UnitId> | undefined;
  /** How reference cycles may be cut; absent or null: not at all. */
  readonly breaking?: Breaking | null | undefined;
}

/** Units that a plan never parts. */
export interface Atom {
  /** In source order; members of an `impl` only where that is divided. */
  readonly units: readonly Unit[];
  /** With the banners above them that leave with them. */
  readonly lines: number;
  /** A type whose impls are divided around it: it has to stay where its fields' privacy reaches all children. */
  readonly anchored: boolean;
}

export interface Kept {
  readonly unit: UnitId;
  readonly why: string;
}

export interface Atoms {
  /** What may move, ordered by the first unit's place. */
  readonly atoms: readonly Atom[];
  /** What stays in the facade whatever the plan is. */
  readonly keep: readonly Kept[];
  /** Units that have a file to themselves, because the language says where: an inline test module. */
  readonly whole: readonly { readonly name: string; readonly unit: Unit; readonly why: string }[];
  /** Macro definitions that leave together, in source order: a part of macros holds nothing else. */
  readonly macros: readonly Unit[];
  /** Reads that have to be cut for atoms this small (Python, where that was asked for). */
  readonly cuts?: readonly Cut[];
}

/** @param loose lines of banners that leave with a unit (`looseLines`) */
export const atomOf = (units: readonly Unit[], anchored = false, loose: ReadonlyMap<UnitId, number> = NONE): Atom => ({
  units,
  lines: units.reduce((sum, unit) => sum + unit.lines + (loose.get(unit.id) ?? 0), 0),
  anchored,
});

const NONE: ReadonlyMap<UnitId, number> = new Map();
