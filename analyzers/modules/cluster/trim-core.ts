import type { Atom } from '../../../src/core/atom.ts';
import type { AtomReferences } from '../atoms/atom-references.ts';
import type { Affinity } from './affinity.ts';
import { divideGroup } from './divide-group.ts';
import { foldSmall } from './fold-small.ts';
import { linesOf } from './group-sizes.ts';
import type { SubjectOptions } from './subject-options.ts';

/** What groups are made of. */
export interface Clustering {
  readonly atoms: readonly Atom[];
  readonly references: AtomReferences;
  readonly affinity: Affinity;
}

/**
 * The core shares its file with all that cannot leave: where that leaves too little room, only the part of it that fits stays (the
 * one that has to, else the largest), and the rest leaves by subject.
 * @param room lines that the facade has left for the core
 */
export function trimCore(
  { atoms, references, affinity }: Clustering,
  { groups, core }: { readonly groups: readonly number[][]; readonly core: number },
  room: number,
  options: SubjectOptions,
): { groups: readonly number[][]; core: number | null } {
  const coreAtoms = groups[core]!;
  if (linesOf(atoms, coreAtoms) <= room) return { groups, core };
  const parts = divideGroup(atoms, references, affinity, coreAtoms, { ...options, capacity: room });
  const anchored = parts.find((part) => part.some((a) => atoms[a]!.anchored));
  const [largest] = [...parts].sort((a, b) => linesOf(atoms, b) - linesOf(atoms, a));
  const stays = anchored ?? (linesOf(atoms, largest!) <= room ? largest! : []);
  const rest = coreAtoms.filter((a) => !stays.includes(a));
  const others = groups.filter((_, g) => g !== core);
  const fits = linesOf(atoms, rest) <= options.capacity;
  const leaving = fits || rest.length === 0 ? [rest] : divideGroup(atoms, references, affinity, rest, options);
  const away = [...others, ...leaving].filter((group) => group.length > 0).map((group) => [...group]);
  const folded = foldSmall(atoms, affinity, references, away, options);
  const all = (stays.length > 0 ? [...folded, stays] : folded).sort((a, b) => a[0]! - b[0]!);
  return { groups: all, core: stays.length > 0 ? all.indexOf(stays) : null };
}
