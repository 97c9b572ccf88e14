import type { Outline } from '../../src/core/unit.ts';
import { conflicts } from '../../src/languages/python/module-effects.ts';
import type { Atom } from './atom.ts';
import type { AtomReferences } from './atom-references.ts';

/** Pairs of units (by index), the first of which has to be loaded before the second for their effects' sake. */
export function orderedPairs({ effects = [] }: Outline): (readonly [number, number])[] {
  const busy = [...effects.keys()].filter((i) => effects[i]!.active || effects[i]!.touches.length > 0);
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
