import { modulesOf, reachesModule } from '../../../analyzers/readings/python/reaches-module.ts';
import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Unit } from '../../../src/core/unit.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { Refuse } from './refuse.ts';

/**
 * An import below the definitions is how two modules that need each other are written: at the top of a part it would come too early. One
 * that does not come back to this module may stand anywhere.
 */
export function guardLateImports(view: View, source: Source, { place }: Assignment, refuse: Refuse): void {
  const { units } = source.outline;
  const first = units.find(({ kind }, i) => place[i] !== FACADE && /^(def|class)$/.test(kind));
  if (!first) return;
  for (const unit of units) {
    if (unit.kind !== 'import' || unit.start < first.start) continue;
    const names = new Set(unit.defines.map(({ name }) => name));
    const users = units.flatMap((user, i) =>
      place[i] === FACADE ? [] : user.uses.filter(({ name }) => names.has(name)).slice(0, 1),
    );
    if (users.length === 0 || !comesBack(view, source, unit)) continue;
    for (const { name, at } of users)
      refuse(
        'H2',
        { start: at, end: at + name.length },
        `the import of ${name} below the definitions breaks a cycle: its place counts`,
        'Move it above the definitions, or keep its users in the facade.',
      );
  }
}

const comesBack = (view: View, { name, imports }: Source, { start, end }: Unit): boolean => {
  const asked = imports
    .filter((item) => start <= item.start && item.end <= end)
    .flatMap((item) => modulesOf(item, name.package));
  return reachesModule(view, asked, name.dotted);
};
