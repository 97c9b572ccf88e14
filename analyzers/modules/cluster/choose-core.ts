import type { Atom } from '../../../src/core/atom.ts';
import type { AtomReferences } from '../atoms/atom-references.ts';
import { groupReferences } from './group-references.ts';
import { linesOf, SMALL } from './group-sizes.ts';

/**
 * The group that stays in the facade, or null if all leave. A large type that is divided has to stay. Else the one that uses the others
 * and is hardly used: the core that calls the rest, as in half of the maintainers' splits.
 * @param capacity lines that the facade has left for it
 * @param acyclic a group that another one needs cannot stay, because the facade imports that other one
 */
export function chooseCore(
  atoms: readonly Atom[],
  references: AtomReferences,
  groups: readonly (readonly number[])[],
  capacity: number,
  acyclic: boolean,
): number | null {
  const anchored = groups.findIndex((group) => group.some((a) => atoms[a]!.anchored));
  if (anchored !== -1) return anchored;
  // One subject alone: nothing is won by moving it.
  if (groups.length === 1) return 0;
  if (groups.length < 3) return null;
  const outgoing = groupReferences(references, groups);
  const total = groups.reduce((sum, group) => sum + linesOf(atoms, group), 0);
  let core: number | null = null;
  let highest = 0;
  groups.forEach((group, g) => {
    const lines = linesOf(atoms, group);
    if (lines < SMALL || lines > capacity || lines * 2 > total) return;
    const uses = sum(outgoing[g]!.values());
    const used = sum(outgoing.map((targets) => targets.get(g) ?? 0));
    if ((acyclic && outgoing.some((targets) => targets.has(g))) || uses - used <= highest) return;
    highest = uses - used;
    core = g;
  });
  return core;
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
