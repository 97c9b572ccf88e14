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
 * As many as maintainers make: four, and one more for each thousand lines, of which none is too small for a file. Only where another number
 * divides the file far more sharply it is that: small differences change with one function more, and over histories they told nothing.
 */
function naturalGroups(
  atoms: readonly Atom[],
  affinity: Affinity,
  references: AtomReferences,
  links: readonly Link[],
  options: SubjectOptions,
): number[][] {
  const lines = linesOf(atoms, [...atoms.keys()]);
  const usual = Math.min(MAX_GROUPS, USUAL_GROUPS + lines / 1000);
  const fewest = atoms.length - links.length;
  let best = groupsAfter(atoms.length, links, 1);
  let highest = Number.NEGATIVE_INFINITY;
  for (let count = fewest; count <= atoms.length; count++) {
    const groups = groupsAfter(atoms.length, links, count);
    const worthy = groups.filter((group) => linesOf(atoms, group) >= SMALL).length;
    if (worthy > MAX_GROUPS) break;
    const missing = Math.max(0, MIN_GROUPS - worthy);
    const score = sharpnessAfter(links, atoms.length - count) - Math.abs(worthy - usual) - 10 * missing;
    if (score <= highest) continue;
    highest = score;
    best = groups;
  }
  return foldSmall(atoms, affinity, references, best, options);
}

const USUAL_GROUPS = 4;
const MIN_GROUPS = 3;
const MAX_GROUPS = 7;

/** By how much more the next link is weaker than the weakest so far, as a logarithm, than is usual. */
function sharpnessAfter(links: readonly Link[], done: number): number {
  if (done === 0 || done >= links.length) return 0;
  const last = links[done - 1]!.strength;
  const next = links[done]!.strength;
  return SHARP * Math.max(0, Math.log((last + WEAKEST) / (next + WEAKEST)) - USUAL_DROP);
}

const WEAKEST = 1e-3;
const USUAL_DROP = 0.7;
const SHARP = 5;
