import type { Affinity } from './affinity.ts';
import type { Atom } from './atom.ts';
import type { AtomReferences } from './atom-references.ts';
import { divideGroup } from './divide-group.ts';
import { foldSmall } from './fold-small.ts';
import { linesOf, SMALL, sizesOf } from './group-sizes.ts';
import { groupsAfter, linkAtoms } from './link-atoms.ts';
import { reachability } from './reachability.ts';
import { settleHelpers } from './settle-helpers.ts';

export interface SubjectOptions {
  /** Lines that a group's atoms may have together. */
  readonly capacity: number;
  /** How many groups, or null: as many as maintainers would make. */
  readonly groups: number | null;
  /** No group may need another one that needs it. */
  readonly acyclic: boolean;
}

/** Groups of atoms, each ascending, ordered by their first atoms. Subjects first; then only a group over the capacity is divided again. */
export function chooseSubjects(
  atoms: readonly Atom[],
  references: AtomReferences,
  affinity: Affinity,
  options: SubjectOptions,
): number[][] {
  const sizes = sizesOf(atoms);
  const links = linkAtoms(affinity, sizes, options.acyclic ? reachability(references) : null);
  const subjects =
    options.groups === null
      ? naturalGroups(atoms, affinity, references, links, options)
      : groupsAfter(atoms.length, links, options.groups);
  const settled = settleHelpers(atoms, references, subjects, options);
  return settled
    .flatMap((group) =>
      linesOf(atoms, group) <= options.capacity ? [group] : divideGroup(atoms, references, affinity, group, options),
    )
    .sort((a, b) => a[0]! - b[0]!);
}

/**
 * The last state with a wanted number of groups that are worth a file; smaller ones join the group that they lean to most.
 * Maintainers make four modules in the median and hardly more for larger files.
 */
function naturalGroups(
  atoms: readonly Atom[],
  affinity: Affinity,
  references: AtomReferences,
  links: ReturnType<typeof linkAtoms>,
  options: SubjectOptions,
): number[][] {
  const wanted = wantedGroups(atoms);
  let best = groupsAfter(atoms.length, links, 1);
  for (let count = 1; count <= atoms.length; count++) {
    const groups = groupsAfter(atoms.length, links, count);
    const worthy = groups.filter((group) => linesOf(atoms, group) >= SMALL).length;
    if (worthy > wanted) break;
    if (worthy > best.filter((group) => linesOf(atoms, group) >= SMALL).length) best = groups;
  }
  return foldSmall(atoms, affinity, references, best, options);
}

function wantedGroups(atoms: readonly Atom[]): number {
  const lines = linesOf(atoms, [...atoms.keys()]);
  return Math.max(3, Math.min(7, Math.round(3 + lines / 1000)));
}
