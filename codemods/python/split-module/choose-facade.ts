import type { PatchSite } from '../../../analyzers/readings/python/harvest-patches.ts';
import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { type Assignment, FACADE } from './assign.ts';

/** How the facade provides names: as copies; by reading from the parts what they rebind; by forwarding writes to the parts as well. */
export type FacadeKind = 'plain' | 'live' | 'write-through';

export interface FacadeChoice {
  readonly kind: FacadeKind;
  readonly why: string;
}

/** The weakest facade that the workspace's own use allows, unless the plan names one. */
export function chooseFacade(
  source: Source,
  assignment: Assignment,
  plan: Plan,
  patches: readonly PatchSite[],
): FacadeChoice {
  const asked = plan.options.facade;
  if (asked !== undefined) return { kind: asked, why: 'the plan says so' };
  const bound = new Set<string>();
  source.outline.units.forEach((unit, i) => {
    if (assignment.place[i] === FACADE) return;
    for (const { name } of [...unit.defines, ...unit.uses]) bound.add(name);
  });
  const patch = patches.find(({ name, hidden }) => !hidden && (name === null || bound.has(name)));
  if (patch)
    return {
      kind: 'write-through',
      why: `${patch.path}:${patch.line} writes to ${patch.name ?? 'a name'} of the module from outside`,
    };
  const live = movedRebound(source, assignment)[0];
  if (live !== undefined) return { kind: 'live', why: `${live} is rebound while the program runs` };
  return {
    kind: 'plain',
    why: 'nothing in the workspace writes to the module from outside, and no name of it is rebound',
  };
}

/** Names in parts that functions rebind. */
export const movedRebound = (source: Source, assignment: Assignment): string[] =>
  [...assignment.rebound].filter((name) =>
    source.outline.units.some(
      (unit, i) => assignment.place[i] !== FACADE && unit.defines.some((one) => one.name === name),
    ),
  );
