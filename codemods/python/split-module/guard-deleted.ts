import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { Refuse } from './refuse.ts';
import type { Source } from './source.ts';

/** What reads a name while the module is imported, above the `del` that takes it away, has to run before it: in the same file. */
export function guardDeleted(source: Source, { place }: Assignment, refuse: Refuse): void {
  const { units } = source.outline;
  for (const { name, accesses } of source.scopes.scopes[0]!.names.values())
    for (const { kind, at } of accesses) {
      if (kind !== 'delete') continue;
      const deleter = units.findIndex(({ start, end }) => start <= at && at < end);
      units.slice(0, Math.max(0, deleter)).forEach((unit, i) => {
        const use = unit.uses.find((one) => one.name === name && one.eager);
        if (!use || place[i] === place[deleter]) return;
        // Of the two, the one that moves can stay.
        const line = lineAt(lineStartsOf(source.text), place[i] === FACADE ? use.at : at);
        const where = place[i] === FACADE ? at : use.at;
        refuse(
          'H24',
          { start: where, end: where + name.length },
          place[i] === FACADE
            ? `${name} is deleted here, and line ${line} in another file reads it before`
            : `${name} is deleted in line ${line}, in another file: it would be gone`,
          'Put all units that read and delete the name into one module.',
        );
      });
    }
}
