import type { Outline } from '../../src/core/unit.ts';
import type { Atom } from './atom.ts';
import { type AtomReferences, atomReferences } from './atom-references.ts';
import { type Cut, withoutCuts } from './break-cycles.ts';
import { orderedPairs } from './ordered-pairs.ts';

/** The references with those added that only keep the order of effects: they have no reads, so they pull nothing together. */
function withOrder(outline: Outline, atoms: readonly Atom[], references: AtomReferences): AtomReferences {
  const atomOfUnit = new Map(atoms.flatMap((atom, a) => atom.units.map((unit): [string, number] => [unit.id, a])));
  const added = references.map((targets) => new Map(targets));
  for (const [first, second] of orderedPairs(outline)) {
    const to = atomOfUnit.get(outline.units[first]!.id);
    const from = atomOfUnit.get(outline.units[second]!.id);
    if (from !== undefined && to !== undefined && from !== to && !added[from]!.has(to)) added[from]!.set(to, 0);
  }
  return added.map((targets) => new Map([...targets].sort(([a], [b]) => a - b)));
}

/** What has to be loaded before what, where these reads are left to the functions that make them. */
export function orderWithout(
  outline: Outline,
  text: string,
  atoms: readonly Atom[],
  cuts: readonly Cut[],
): AtomReferences {
  const unitOf = new Map(withoutCuts(outline, cuts).units.map((unit) => [unit.id, unit]));
  const open =
    cuts.length === 0
      ? atoms
      : atoms.map((atom) => ({ ...atom, units: atom.units.map((unit) => unitOf.get(unit.id) ?? unit) }));
  return withOrder(outline, atoms, atomReferences(outline, open, text));
}
