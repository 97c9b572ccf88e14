import type { Atom } from '../../../src/core/atom.ts';
import type { AtomReferences } from '../atoms/atom-references.ts';
import type { Affinity } from './affinity.ts';
import { groupReferences } from './group-references.ts';
import { linesOf, SMALL } from './group-sizes.ts';
import { reachability } from './reachability.ts';
import type { SubjectOptions } from './subject-options.ts';

/** Groups under the least size join the group that they lean to most, smallest first; those that fit nowhere stay. */
export function foldSmall(
  atoms: readonly Atom[],
  affinity: Affinity,
  references: AtomReferences,
  groups: readonly number[][],
  options: SubjectOptions,
): number[][] {
  const left = groups.map((group) => [...group]);
  for (;;) {
    const small = left
      .filter((group) => linesOf(atoms, group) < SMALL)
      .sort((a, b) => linesOf(atoms, a) - linesOf(atoms, b) || a[0]! - b[0]!);
    const merge = small
      .map((group) => ({ group, home: bestHome({ atoms, affinity, references }, left, group, options) }))
      .find(({ home }) => home !== null);
    if (!merge) return left.sort((a, b) => a[0]! - b[0]!);
    left.splice(left.indexOf(merge.group), 1);
    merge.home!.push(...merge.group);
    merge.home!.sort((a, b) => a - b);
  }
}

/** Atoms, how they lean to one another, and what they name. */
interface Linked {
  readonly atoms: readonly Atom[];
  readonly affinity: Affinity;
  readonly references: AtomReferences;
}

/** The group that a small one leans to most, with room for it and without a cycle; null if there is none. */
function bestHome(
  { atoms, affinity, references }: Linked,
  groups: readonly number[][],
  group: readonly number[],
  options: SubjectOptions,
): number[] | null {
  const lines = linesOf(atoms, group);
  let best: number[] | null = null;
  let highest = -1;
  for (const other of groups) {
    if (other === group || linesOf(atoms, other) + lines > Math.max(options.capacity, SMALL)) continue;
    const strength = strengthBetween(affinity, group, other) / Math.sqrt(other.length);
    if (strength <= highest || (options.acyclic && !mayJoin(references, groups, group, other))) continue;
    highest = strength;
    best = other;
  }
  return best;
}

const strengthBetween = (affinity: Affinity, a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, i) => sum + b.reduce((part, j) => part + affinity[i]![j]!, 0), 0);

function mayJoin(
  references: AtomReferences,
  groups: readonly (readonly number[])[],
  a: readonly number[],
  b: readonly number[],
): boolean {
  return reachability(groupReferences(references, groups)).mayMerge(
    groups.indexOf(a as number[]),
    groups.indexOf(b as number[]),
  );
}
