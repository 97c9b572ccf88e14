import { plainOrigins } from '../../../analyzers/readings/python/plain-origins.ts';
import { isImportUnit, type Source } from '../../../analyzers/readings/python/source.ts';
import { postedNames } from '../../../src/languages/python/posted-names.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { Refuse } from './refuse.ts';

/**
 * What makes a class may look up its annotations in the module that the class says it belongs to. While a part runs, that module holds
 * what stands above the imports of its parts, and what earlier parts have given back.
 */
export function guardModels(view: View, source: Source, assignment: Assignment, refuse: Refuse): void {
  const { units } = source.outline;
  const { place, binders } = assignment;
  const first = place.findIndex((one) => one !== FACADE);
  const unitAt = (offset: number): number => units.findIndex(({ start, end }) => start <= offset && offset < end);
  for (const { name, start, end, owner, at } of postedNames(source.syntax, plainOrigins(view, source.name))) {
    const own = unitAt(at);
    if (place[own] === undefined || place[own] === FACADE) continue;
    const homes = binders.get(name) ?? [];
    const before = homes.some((i) => i < own);
    // Imports stay in the facade, and run where they stand; what other parts hold is given back before this one begins.
    const after = homes.some((i) =>
      isImportUnit(units[i]!) ? i < first : place[i] !== FACADE && place[i] !== place[own],
    );
    if (before === after) continue;
    refuse(
      'H83',
      { start, end },
      `what makes ${owner} may look for ${name} in the module, which ${before ? 'does not define it yet' : 'already defines it'} while a part runs`,
      `Keep ${owner} in the facade, or give ${name} a module of its own.`,
    );
  }
}
