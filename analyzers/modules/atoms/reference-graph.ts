import type { Definition, Namespace, Outline, Unit, Use } from '../../../src/core/unit.ts';

/** One unit reads names that another one defines. */
export interface Reference {
  /** Index into the units. */
  readonly from: number;
  readonly to: number;
  /** How many times the names are read. */
  readonly count: number;
  /** At least one read happens when the module is loaded. */
  readonly eager: boolean;
}

export interface ReferenceGraph {
  readonly units: readonly Unit[];
  /** Sorted by from, then to; a unit's references to itself are left out. */
  readonly references: readonly Reference[];
}

/** Uses joined to definitions by name and namespace. Members have no node of their own: what they read, their parent reads. */
export function referenceGraph(outline: Outline): ReferenceGraph {
  const definers = definersOf(outline.units);
  const references = outline.units.flatMap((unit, from) => referencesOf(unit.uses, from, definers));
  return { units: outline.units, references };
}

export interface Definer {
  readonly unit: number;
  readonly definition: Definition;
}

export function definersOf(units: readonly Unit[]): ReadonlyMap<string, readonly Definer[]> {
  const definers = new Map<string, Definer[]>();
  units.forEach((unit, i) => {
    for (const definition of unit.defines) {
      const known = definers.get(definition.name);
      if (known) known.push({ unit: i, definition });
      else definers.set(definition.name, [{ unit: i, definition }]);
    }
  });
  return definers;
}

export function referencesOf(
  uses: readonly Use[],
  from: number,
  definers: ReadonlyMap<string, readonly Definer[]>,
): Reference[] {
  const found = new Map<number, { count: number; eager: boolean }>();
  for (const use of uses) {
    for (const { unit, definition } of definers.get(use.name) ?? []) {
      if (unit === from || !answers(definition.spaces, use.space)) continue;
      const known = found.get(unit);
      if (known) {
        known.count += use.count;
        known.eager ||= use.eager;
      } else found.set(unit, { count: use.count, eager: use.eager });
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([to, { count, eager }]): Reference => ({ from, to, count, eager }));
}

const answers = (spaces: readonly Namespace[], space: Use['space']): boolean =>
  space === 'any' || spaces.includes(space);
