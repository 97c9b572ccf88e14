import type { AtomReferences } from './atoms/atom-references.ts';
import { groupReferences } from './cluster/group-references.ts';

/** The modules so that each stands behind all that it imports; the first in the file goes first. @param groups atoms of each module */
export function orderModules<Module>(
  modules: readonly Module[],
  groups: readonly (readonly number[])[],
  references: AtomReferences,
): Module[] {
  const needs = groupReferences(references, groups);
  const placed = new Set<number>();
  while (placed.size < modules.length) {
    const next = modules.findIndex(
      (_, g) => !placed.has(g) && [...needs[g]!.keys()].every((other) => placed.has(other)),
    );
    if (next === -1) throw new Error('the groups need one another in a cycle');
    placed.add(next);
  }
  return [...placed].map((g) => modules[g]!);
}
