import type { Atom, Cut } from '../../../src/core/atom.ts';
import type { Outline } from '../../../src/core/unit.ts';
import { conflicts, isOrdered } from '../../../src/languages/python/effect-conflicts.ts';
import { type AtomReferences, atomReferences } from './atom-references.ts';
import { withoutCuts } from './break-cycles.ts';

/** Pairs of units (by index), the first of which has to be loaded before the second for their effects' sake. */
export function orderedPairs({ effects = [], order }: Outline): readonly (readonly [number, number])[] {
  if (order) return order;
  const busy = [...effects.keys()].filter((i) => isOrdered(effects[i]!));
  return busy.flatMap((a, k) =>
    busy.slice(k + 1).flatMap((b) => (conflicts(effects[a]!, effects[b]!) ? [[a, b] as const] : [])),
  );
}

/** The references with those added that only keep the order of effects: they have no reads, so they pull nothing together. */
export function withOrder(outline: Outline, atoms: readonly Atom[], references: AtomReferences): AtomReferences {
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
