import type { Source } from '../../../analyzers/readings/python/source.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { FacadeKind } from './choose-facade.ts';
import type { Refuse } from './refuse.ts';

/**
 * A module with its own `__getattr__` or `__dir__` keeps them: what functions rebind has to stay beside it then, and where it swaps its own
 * `__class__`, there is no room for ours.
 */
export function guardOwnAnswers(
  source: Source,
  assignment: Assignment,
  kind: FacadeKind,
  rebound: readonly string[],
  refuse: Refuse,
): void {
  const { units } = source.outline;
  const own = units.flatMap((unit) => unit.hazards).filter(({ id }) => id === 'H21');
  if (own.length === 0) return;
  const swap = own.find(({ start, end }) => source.text.slice(start, end) === '__class__');
  if (swap && kind === 'write-through')
    refuse('H21', swap, 'the module replaces its own class', 'Keep what is patched in the facade.');
  units.forEach((unit, i) => {
    if (assignment.place[i] !== FACADE && unit.defines.some(({ name }) => rebound.includes(name)))
      refuse(
        'H21',
        unit.body,
        `${unit.id} is rebound while the program runs, and the module already defines its own attribute access`,
        'Keep what is rebound in the facade.',
      );
  });
}
