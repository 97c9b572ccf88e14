import type { Atom } from '../../../src/core/atom.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { AtomReferences } from '../atoms/atom-references.ts';
import type { Affinity } from './affinity.ts';
import { divideGroup } from './divide-group.ts';
import { groupReferences } from './group-references.ts';
import { linesOf } from './group-sizes.ts';
import { isAcyclic } from './reachability.ts';
import type { SubjectOptions } from './subject-options.ts';

/** The groups of an earlier plan, carried over to the file as it is now. Ordered by their first atoms, as fresh ones are. */
export interface KeptGroups {
  readonly groups: readonly (readonly number[])[];
  /** What each group was called; null for one that is new. */
  readonly names: readonly (string | null)[];
  /** The group that stays in the facade, or null. */
  readonly core: number | null;
}

export interface KeepOptions extends Omit<SubjectOptions, 'groups'> {
  /** Lines that the facade has for what stays. */
  readonly coreCapacity: number;
}

/** The facade's place among the names of modules, which are identifiers. */
const CORE = '';

interface Group {
  readonly name: string | null;
  readonly atoms: number[];
}

/**
 * Leaves every atom where an earlier plan put it; what is new joins the group that it leans to most, where it fits. Only a group that
 * has outgrown the capacity is divided, and its largest part keeps the name. Null where the earlier groups can no longer hold: they need
 * one another in a cycle by now, or a type has to stay that had left.
 */
export function keepPlacements(
  atoms: readonly Atom[],
  references: AtomReferences,
  affinity: Affinity,
  previous: Pick<Plan, 'modules' | 'keep'>,
  options: KeepOptions,
): KeptGroups | null {
  const placed = placesOf(atoms, previous);
  const groups: Group[] = [...new Set(placed.filter((place) => place !== null))].map((name) => ({
    name,
    atoms: placed.flatMap((place, a) => (place === name ? [a] : [])),
  }));
  if (groups.length === 0 || !holds(references, groups, options.acyclic)) return null;
  const anchored = groups.some(({ name, atoms: members }) => name !== CORE && members.some((a) => atoms[a]!.anchored));
  if (anchored) return null;
  for (const [a, place] of placed.entries())
    if (place === null) settle(a, groups, { atoms, references, affinity }, options);
  const divided = groups.flatMap((group) => divideOutgrown(group, atoms, references, affinity, options));
  divided.sort((a, b) => a.atoms[0]! - b.atoms[0]!);
  const core = divided.findIndex(({ name }) => name === CORE);
  return {
    groups: divided.map((group) => group.atoms),
    names: divided.map(({ name }) => name),
    core: core === -1 ? null : core,
  };
}

/** Where most lines of each atom were; null for one that no unit was there of. */
function placesOf(atoms: readonly Atom[], { modules, keep }: Pick<Plan, 'modules' | 'keep'>): (string | null)[] {
  const places = new Map([
    ...keep.map(({ unit }): [string, string] => [unit, CORE]),
    ...modules.flatMap(({ name, units }) => units.map((unit): [string, string] => [unit, name])),
  ]);
  return atoms.map(({ units }) => {
    const lines = new Map<string, number>();
    for (const { id, lines: members } of units) {
      const place = places.get(id);
      if (place !== undefined) lines.set(place, (lines.get(place) ?? 0) + members);
    }
    return [...lines].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  });
}

/** Where cycles are not allowed: no two groups need one another, and none needs what stays in the facade, which imports them all. */
function holds(references: AtomReferences, groups: readonly Group[], acyclic: boolean): boolean {
  if (!acyclic) return true;
  const grouped = new Set(groups.flatMap(({ atoms }) => atoms));
  const single = [...references.keys()].flatMap((a) => (grouped.has(a) ? [] : [[a]]));
  const edges = groupReferences(references, [...groups.map(({ atoms }) => atoms), ...single]);
  const core = groups.findIndex(({ name }) => name === CORE);
  return isAcyclic(edges) && !edges.some((targets, g) => g < groups.length && targets.has(core));
}

/** Atoms, what they name, and how they lean to one another. */
interface Linked {
  readonly atoms: readonly Atom[];
  readonly references: AtomReferences;
  readonly affinity: Affinity;
}

/** Puts a new atom into the group that it leans to most, for its size; a group of its own where it fits nowhere. */
function settle(a: number, groups: Group[], { atoms, references, affinity }: Linked, options: KeepOptions): void {
  const lean = ({ atoms: members }: Group): number =>
    members.reduce((sum, b) => sum + affinity[a]![b]!, 0) / Math.sqrt(members.length);
  const home = [...groups]
    .sort((x, y) => lean(y) - lean(x) || x.atoms[0]! - y.atoms[0]!)
    .find((group) => {
      if (atoms[a]!.anchored) return group.name === CORE;
      const capacity = group.name === CORE ? options.coreCapacity : options.capacity;
      if (linesOf(atoms, [...group.atoms, a]) > capacity) return false;
      const next = groups.map((one) => (one === group ? { ...one, atoms: [...one.atoms, a] } : one));
      return holds(references, next, options.acyclic);
    });
  if (home) {
    home.atoms.push(a);
    home.atoms.sort((x, y) => x - y);
  } else groups.push({ name: atoms[a]!.anchored ? CORE : null, atoms: [a] });
}

function divideOutgrown(
  group: Group,
  atoms: readonly Atom[],
  references: AtomReferences,
  affinity: Affinity,
  options: KeepOptions,
): Group[] {
  const capacity = group.name === CORE ? options.coreCapacity : options.capacity;
  const stays = group.atoms.some((a) => atoms[a]!.anchored);
  if (linesOf(atoms, group.atoms) <= capacity || stays) return [group];
  const parts = divideGroup(atoms, references, affinity, group.atoms, { ...options, capacity, groups: null });
  const largest = [...parts].sort((a, b) => linesOf(atoms, b) - linesOf(atoms, a) || a[0]! - b[0]!)[0];
  // What stays must not be needed by what leaves: of an outgrown core, nothing stays.
  const keepsName = group.name !== CORE || !options.acyclic;
  return parts.map((part) => ({ name: part === largest && keepsName ? group.name : null, atoms: part }));
}
