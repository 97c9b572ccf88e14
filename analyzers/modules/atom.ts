import type { Unit, UnitId } from '../../src/core/unit.ts';
import type { Cut } from './break-cycles.ts';

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
