import { RefactorError } from '../../core/errors.ts';
import type { Accepts } from '../../core/evidence.ts';
import type { Hazard } from '../../core/hazards/hazard.ts';
import { HAZARDS, type HazardId } from '../../core/hazards/index.ts';

/**
 * What a person accepts by name. Only differences that a hazard's own data calls a matter of choice can be accepted.
 * Throws RefactorError `not-acceptable` for another hazard, and for an id that there is none of.
 */
export function acceptsOf(hazards: readonly string[], uncompiled: readonly string[]): Accepts {
  return { hazards: hazards.map(acceptable), uncompiled };
}

function acceptable(id: string): HazardId {
  const known: readonly Hazard<HazardId>[] = HAZARDS;
  const found = known.find((one) => one.id === id);
  if (found?.verdict === 'accepted') return found.id;
  const choices = known.filter(({ verdict }) => verdict === 'accepted').map((one) => one.id);
  throw new RefactorError({
    code: 'not-acceptable',
    what: `${id} cannot be accepted`,
    why: found ? `its verdict is "${found.verdict}", not a matter of choice` : 'there is no hazard of that name',
    whatToDo: `Accept one of ${choices.join(', ') || 'those that a run names with --accept'}, or leave the option out.`,
  });
}
