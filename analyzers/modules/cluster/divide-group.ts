import type { Atom } from '../../../src/core/atom.ts';
import type { AtomReferences } from '../atoms/atom-references.ts';
import type { Affinity } from './affinity.ts';
import { foldSmall } from './fold-small.ts';
import { groupReferences } from './group-references.ts';
import { fileLines, sizesOf } from './group-sizes.ts';
import { groupsAfter, linkAtoms } from './link-atoms.ts';
import { type Mergeable, reachability } from './reachability.ts';
import type { SubjectOptions } from './subject-options.ts';

/** Links the group's atoms anew, merging only what fits; an atom that is too large stands alone. */
export function divideGroup(
  atoms: readonly Atom[],
  references: AtomReferences,
  affinity: Affinity,
  group: readonly number[],
  options: SubjectOptions,
): number[][] {
  const inner = group.map((a) => atoms[a]!);
  const innerAffinity = group.map((a) => Float64Array.from(group, (b) => affinity[a]![b]!));
  const innerReferences = groupReferences(
    references,
    group.map((a) => [a]),
  );
  const fits = withRoom(inner, options.capacity, options.acyclic ? reachability(innerReferences) : null);
  const links = linkAtoms(innerAffinity, sizesOf(inner), fits);
  const parts = groupsAfter(inner.length, links, inner.length - links.length);
  return foldSmall(inner, innerAffinity, innerReferences, parts, options).map((part) => part.map((i) => group[i]!));
}

function withRoom(atoms: readonly Atom[], capacity: number, reach: Mergeable | null): Mergeable {
  const lines = Float64Array.from(atoms, fileLines);
  return {
    mayMerge: (a, b) => lines[a]! + lines[b]! <= capacity && reach?.mayMerge(a, b) !== false,
    merge(a, b) {
      lines[a]! += lines[b]!;
      reach?.merge(a, b);
    },
  };
}
