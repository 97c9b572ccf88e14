import type { Affinity } from './affinity.ts';
import type { Atom } from './atom.ts';
import type { AtomReferences } from './atom-references.ts';
import { groupsAfter, linkAtoms } from './link-atoms.ts';
import { type Mergeable, reachability } from './reachability.ts';

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
  return subjects
    .flatMap((group) =>
      linesOf(atoms, group) <= options.capacity ? [group] : divideGroup(atoms, references, affinity, group, options),
    )
    .sort((a, b) => a[0]! - b[0]!);
}

/** The square root of the lines, on the scale of the file: a large type counts more than a small function, but not by its lines. */
function sizesOf(atoms: readonly Atom[]): Float64Array {
  const mean = linesOf(atoms, [...atoms.keys()]) / Math.max(1, atoms.length);
  return Float64Array.from(atoms, ({ lines }) => Math.sqrt(1 + lines / mean));
}

export const linesOf = (atoms: readonly Atom[], group: readonly number[]): number =>
  group.reduce((sum, a) => sum + atoms[a]!.lines, 0);

/** Files under this are confetti, unless there is nothing that they could join. */
export const SMALL = 40;

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

function foldSmall(
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
      .map((group) => ({ group, home: bestHome(atoms, affinity, references, left, group, options) }))
      .find(({ home }) => home !== null);
    if (!merge) return left.sort((a, b) => a[0]! - b[0]!);
    left.splice(left.indexOf(merge.group), 1);
    merge.home!.push(...merge.group);
    merge.home!.sort((a, b) => a - b);
  }
}

/** The group that a small one leans to most, with room for it and without a circle; null if there is none. */
function bestHome(
  atoms: readonly Atom[],
  affinity: Affinity,
  references: AtomReferences,
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

/** The references between groups. */
export function groupReferences(references: AtomReferences, groups: readonly (readonly number[])[]): AtomReferences {
  const groupOf = new Map(groups.flatMap((group, g) => group.map((a): [number, number] => [a, g])));
  return groups.map((group, g) => {
    const found = new Map<number, number>();
    for (const a of group) {
      for (const [b, count] of references[a]!) {
        const target = groupOf.get(b);
        if (target !== undefined && target !== g) found.set(target, (found.get(target) ?? 0) + count);
      }
    }
    return new Map([...found].sort(([x], [y]) => x - y));
  });
}

/** Links the group's atoms anew, merging only what fits; an atom that is too large stands alone. */
function divideGroup(
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
  const fits = withRoom(
    inner,
    options.capacity,
    options.acyclic ? reachability(innerReferences) : null,
  );
  const links = linkAtoms(innerAffinity, sizesOf(inner), fits);
  const parts = groupsAfter(inner.length, links, inner.length - links.length);
  return foldSmall(inner, innerAffinity, innerReferences, parts, options).map((part) => part.map((i) => group[i]!));
}

function withRoom(atoms: readonly Atom[], capacity: number, reach: Mergeable | null): Mergeable {
  const lines = Float64Array.from(atoms, (atom) => atom.lines);
  return {
    mayMerge: (a, b) => lines[a]! + lines[b]! <= capacity && reach?.mayMerge(a, b) !== false,
    merge(a, b) {
      lines[a]! += lines[b]!;
      reach?.merge(a, b);
    },
  };
}
