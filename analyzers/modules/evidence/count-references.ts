import type { ModuleEvidence } from '../../../src/core/plan.ts';
import type { AtomReferences } from '../atoms/atom-references.ts';

/** References between the atoms of a group, and those that leave or enter it; each pair of atoms once a direction. */
export function countReferences(
  references: AtomReferences,
  group: Iterable<number>,
): Pick<ModuleEvidence, 'inside' | 'crossing'> {
  const inGroup = new Set(group);
  let inside = 0;
  let crossing = 0;
  references.forEach((targets, from) => {
    for (const to of targets.keys()) {
      if (inGroup.has(from) && inGroup.has(to)) inside += 1;
      else if (inGroup.has(from) || inGroup.has(to)) crossing += 1;
    }
  });
  return { inside, crossing };
}
