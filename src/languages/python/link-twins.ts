import type { Unit, UnitId } from '../../core/unit.ts';
import type { Draft } from './draft-units.ts';
import type { Binding } from './module-accesses.ts';

const IMPORTS = new Set(['import', 'future-import', 'type-checking']);

/** Units that bind one name without standing side by side know each other. Imports of one name by several imports are no redefinition. */
export function linkTwins(units: readonly Unit[], drafts: readonly Draft[]): Unit[] {
  const holders = holdersOf(drafts);
  const twins = units.map(() => new Set<number>());
  for (const group of holders.values()) {
    if (group.size < 2 || [...group].every((i) => IMPORTS.has(units[i]!.kind))) continue;
    for (const i of group) for (const other of group) if (other !== i) twins[i]!.add(other);
  }
  return units.map((unit, i) => {
    if (twins[i]!.size === 0) return unit;
    const ids: UnitId[] = [...twins[i]!].sort((a, b) => a - b).map((other) => units[other]!.id);
    return { ...unit, twins: ids };
  });
}

/** Names that only functions bind, through `global`. */
export function namesBoundOnlyByGlobal(bindings: readonly Binding[], writes: readonly Binding[]): ReadonlySet<string> {
  const bound = new Set(bindings.map(({ name }) => name));
  return new Set(writes.map(({ name }) => name).filter((name) => !bound.has(name)));
}

/** By name, which drafts bind it. */
function holdersOf(drafts: readonly Draft[]): Map<string, Set<number>> {
  const holders = new Map<string, Set<number>>();
  drafts.forEach((draft, i) => {
    for (const { name } of draft.bindings) {
      const known = holders.get(name);
      if (known) known.add(i);
      else holders.set(name, new Set([i]));
    }
  });
  return holders;
}
