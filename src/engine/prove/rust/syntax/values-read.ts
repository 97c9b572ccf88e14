import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import type { ModuleState, Part } from './module-state.ts';
import { readsOf } from './reads-of.ts';

const PLAIN = { constants: new Set<string>(), primitives: new Set<string>() };

/** Reads each file once, and only where it is asked for. */
export function createValuesRead(all: readonly Part[], definitions: MacroDefinitions): ModuleState['valuesRead'] {
  const known = new Map<Part, ReadonlySet<string>>();
  const ownOf = (part: Part): ReadonlySet<string> => {
    const found = known.get(part) ?? valuesIn(part, definitions);
    known.set(part, found);
    return found;
  };
  let together: ReadonlySet<string> | null = null;
  return (part) => {
    if (part !== all[0]) return ownOf(part);
    together ??= new Set(all.flatMap((one) => [...ownOf(one)]));
    return together;
  };
}

const valuesIn = ({ scope }: Part, definitions: MacroDefinitions): ReadonlySet<string> =>
  new Set(
    readsOf(scope, PLAIN, definitions).flatMap(({ name, space, path, key }) =>
      space === 'type' || path || key ? [] : name,
    ),
  );
