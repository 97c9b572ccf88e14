import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Assignment, Place } from './assign.ts';

export interface Export {
  readonly name: string;
  /** Bound on every path: `from part import name` cannot fail. */
  readonly certain: boolean;
}

/** Names that a part gives back to the facade, in the order of their definition: all but deleted and rebound ones. */
export function exportsOf(source: Source, assignment: Assignment, place: Place): Export[] {
  const found = new Map<string, Export>();
  source.outline.units.forEach((unit, i) => {
    if (assignment.place[i] !== place) return;
    for (const { name, certain } of unit.defines) {
      if (assignment.rebound.has(name)) continue;
      const known = found.get(name);
      found.set(name, { name, certain: certain || (known?.certain ?? false) });
    }
    for (const name of deletedBy(source, unit.start, unit.end)) found.delete(name);
  });
  return [...found.values()];
}

/** Names whose last access at the top level of this range is a `del` that always runs; one inside of an `if` makes a name uncertain. */
function deletedBy(source: Source, start: number, end: number): string[] {
  const gone: string[] = [];
  for (const entry of source.scopes.scopes[0]!.names.values()) {
    const inUnit = entry.accesses.filter(({ at }) => at >= start && at < end && at >= 0);
    const last = inUnit.filter(({ kind }) => kind !== 'read' && kind !== 'quoted').pop();
    if (last?.kind === 'delete' && /^del\b/.test(source.text.slice(source.text.lastIndexOf('\n', last.at) + 1)))
      gone.push(entry.name);
  }
  return gone;
}

/** Names of a place that functions rebind: the facade asks the part for them each time. */
export const liveNames = (source: Source, assignment: Assignment, place: Place): string[] =>
  [...assignment.rebound].filter((name) =>
    (assignment.binders.get(name) ?? []).some(
      (i) => assignment.place[i] === place && source.outline.units[i] !== undefined,
    ),
  );
