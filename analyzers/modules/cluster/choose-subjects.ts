import type { Atom } from '../../../src/core/atom.ts';
import type { AtomReferences } from '../atoms/atom-references.ts';
import type { Affinity } from './affinity.ts';
import { divideGroup } from './divide-group.ts';
import { foldSmall } from './fold-small.ts';
import { linesOf, SMALL, sizesOf } from './group-sizes.ts';
import { groupsAfter, type Link, linkAtoms } from './link-atoms.ts';
import { reachability } from './reachability.ts';
import { settleHelpers } from './settle-helpers.ts';
import type { SubjectOptions } from './subject-options.ts';

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
  const fitting = settled
    .flatMap((group) =>
      linesOf(atoms, group) <= options.capacity ? [group] : divideGroup(atoms, references, affinity, group, options),
    )
    .sort((a, b) => a[0]! - b[0]!);
  // Helpers that went to their users may have left little behind.
  return options.groups === null ? foldSmall(atoms, affinity, references, fitting, options) : fitting;
}

/**
 * The state before the sharpest drop in how strongly the next two groups belong together, weighed against the number that maintainers
 * make: four in the median, and hardly more for larger files. Groups that are not worth a file join the one that they lean to most.
 */
function naturalGroups(
  atoms: readonly Atom[],
  affinity: Affinity,
  references: AtomReferences,
  links: readonly Link[],
  options: SubjectOptions,
): number[][] {
  const lines = linesOf(atoms, [...atoms.keys()]);
  const usual = Math.max(MIN_GROUPS, Math.min(MAX_GROUPS, 3 + lines / 1000));
  const fewest = atoms.length - links.length;
  let best = groupsAfter(atoms.length, links, 1);
  let highest = Number.NEGATIVE_INFINITY;
  for (let count = fewest; count <= atoms.length; count++) {
    const groups = groupsAfter(atoms.length, links, count);
    const worthy = groups.filter((group) => linesOf(atoms, group) >= SMALL).length;
    if (worthy > MAX_GROUPS) break;
    const missing = Math.max(0, MIN_GROUPS - worthy);
    const score = dropAfter(links, atoms.length - count) - DISTANCE * Math.abs(worthy - usual) - 10 * missing;
    if (score <= highest) continue;
    highest = score;
    best = groups;
  }
  return foldSmall(atoms, affinity, references, best, options);
}

const MIN_GROUPS = 3;
const MAX_GROUPS = 7;

/** What one group more or less than usual costs, in units of the logarithm of the drop. */
const DISTANCE = 0.2;

/** How much weaker the next link is than the weakest so far, as a logarithm. */
function dropAfter(links: readonly Link[], done: number): number {
  if (done === 0 || done >= links.length) return 0;
  const last = links[done - 1]!.strength;
  const next = links[done]!.strength;
  return Math.max(0, Math.log((last + WEAKEST) / (next + WEAKEST)));
}

const WEAKEST = 1e-3;
