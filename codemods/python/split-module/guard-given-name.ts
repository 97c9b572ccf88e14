import type { Source } from '../../../analyzers/readings/python/source.ts';
import { givenName } from '../../../src/languages/python/given-name.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { FacadeKind } from './choose-facade.ts';
import type { Refuse } from './refuse.ts';

interface Form {
  readonly facade: FacadeKind;
  /** Parts carry the module's name in `__name__`. */
  readonly identity: boolean;
  /** The file is run as a program. */
  readonly program: boolean;
}

/**
 * A module that gives itself the name of another, as a part of an earlier split does, hands that name on to its parts. It has to be the first thing
 * that it does, and nothing may look for the facade itself under the name.
 */
export function guardGivenName(source: Source, { place }: Assignment, form: Form, refuse: Refuse): void {
  const given = source.outline.units.flatMap(({ hazards }, i) => (hazards.some(({ id }) => id === 'H17') ? [i] : []));
  if (given.length === 0 || place.every((one) => one === FACADE)) return;
  const isHandedOn = givenName(source.syntax) !== null && given.every((i) => place[i] === FACADE);
  if (isHandedOn && form.identity && form.facade === 'plain' && !form.program) return;
  for (const i of given)
    refuse(
      'H17',
      source.outline.units[i]!.body,
      isHandedOn
        ? 'the module gives itself the name of another: its facade, which asks for itself by its name, would be that one'
        : 'the module gives itself another name: which of the two its classes get depends on the place',
      'Remove the assignment, or split by hand.',
    );
}
