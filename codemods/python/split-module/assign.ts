import { isImportUnit, type Source } from '../../../analyzers/readings/python/source.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { Unit, UnitId } from '../../../src/core/unit.ts';

/** Index of a module of the plan, or FACADE for what stays. */
export type Place = number;
export const FACADE: Place = -1;

export interface Assignment {
  /** One for each unit of the outline, in its order. */
  readonly place: readonly Place[];
  /** Names that top-level code binds -> the units (by index) that bind them; imports too. */
  readonly binders: ReadonlyMap<string, readonly number[]>;
  /** Names that functions rebind through `global`. */
  readonly rebound: ReadonlySet<string>;
}

export function assignUnits(source: Source, plan: Plan): Assignment {
  const { units } = source.outline;
  const byId = new Map<UnitId, Place>();
  plan.modules.forEach((module, place) => {
    for (const id of module.units) byId.set(id, place);
  });
  const binders = new Map<string, number[]>();
  const rebound = new Set<string>();
  units.forEach((unit, i) => {
    for (const { name } of unit.defines) {
      const known = binders.get(name);
      if (known) known.push(i);
      else binders.set(name, [i]);
    }
    for (const { id, start, end } of unit.hazards) if (id === 'H11') rebound.add(source.text.slice(start, end));
  });
  return { place: units.map((unit) => byId.get(unit.id) ?? FACADE), binders, rebound };
}

/** The one place that holds a name's definition, or null where it is imported, built in, or unknown. */
export function ownerOf(source: Source, assignment: Assignment, name: string): Place | null {
  for (const i of assignment.binders.get(name) ?? [])
    if (!isImportUnit(source.outline.units[i]!)) return assignment.place[i]!;
  return null;
}

/** Units of one place, in source order. */
export const unitsAt = (source: Source, assignment: Assignment, place: Place): Unit[] =>
  source.outline.units.filter((_, i) => assignment.place[i] === place);
