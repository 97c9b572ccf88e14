import type { Atom } from '../../../src/core/atom.ts';
import type { AtomReferences } from '../atoms/atom-references.ts';
import { groupReferences } from './group-references.ts';
import { linesOf } from './group-sizes.ts';
import { isAcyclic } from './reachability.ts';

/**
 * Lets helpers go to their users: an atom whose users all stand in one other group, and which neither needs nor serves its own, moves
 * there. Groups keep at least one atom, and their graph stays free of cycles where it has to be.
 */
export function settleHelpers(
  atoms: readonly Atom[],
  references: AtomReferences,
  groups: readonly (readonly number[])[],
  options: { readonly capacity: number; readonly acyclic: boolean },
): number[][] {
  const settled = groups.map((group) => [...group]);
  const groupOf = new Map(settled.flatMap((group, g) => group.map((a): [number, number] => [a, g])));
  const users = usersOf(references);
  // Backwards, since users mostly stand above what they use: chains of helpers follow in one pass.
  for (const a of [...atoms.keys()].reverse()) {
    const home = groupOf.get(a)!;
    const homes = new Set(users[a]!.map((user) => groupOf.get(user)!));
    const [target] = homes;
    if (target === undefined || homes.size > 1 || target === home || settled[home]!.length === 1) continue;
    if (atoms[a]!.anchored || [...references[a]!.keys()].some((b) => groupOf.get(b) === home)) continue;
    const lines = linesOf(atoms, [...settled[target]!, a]);
    if (lines > options.capacity) continue;
    const next = settled.map((group, g) => (g === target ? [...group, a] : group.filter((b) => b !== a)));
    if (options.acyclic && !isAcyclic(groupReferences(references, next))) continue;
    settled[home] = next[home]!;
    settled[target] = next[target]!.sort((x, y) => x - y);
    groupOf.set(a, target);
  }
  return settled.sort((x, y) => x[0]! - y[0]!);
}

/** Which atoms refer to each one. */
function usersOf(references: AtomReferences): number[][] {
  const users = references.map((): number[] => []);
  references.forEach((targets, a) => {
    for (const b of targets.keys()) users[b]!.push(a);
  });
  return users;
}
