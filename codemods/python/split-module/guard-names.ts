import { isImportUnit, type Source } from '../../../analyzers/readings/python/source.ts';
import type { Unit } from '../../../src/core/unit.ts';
import { type Assignment, FACADE, type Place } from './assign.ts';
import { guardShadowingStars, guardStars } from './guard-stars.ts';
import type { Needs } from './parts.ts';
import type { Refuse } from './refuse.ts';

/** Names that would mean something else after the split. */
export function guardNames(source: Source, assignment: Assignment, needs: readonly Needs[], refuse: Refuse): void {
  const { units } = source.outline;
  guardTwins(source, assignment, refuse);
  for (const name of assignment.rebound) guardRebound(source, assignment, name, refuse);
  const moved = units.filter((_, i) => assignment.place[i] !== FACADE);
  const touched = new Set(moved.flatMap((unit) => [...unit.defines, ...unit.uses].map(({ name }) => name)));
  for (const [name, binders] of assignment.binders) {
    const imports = binders.filter((i) => isImportUnit(units[i]!));
    if (imports.length === 0 || imports.length === binders.length || !touched.has(name)) continue;
    const rest = binders.find((i) => !isImportUnit(units[i]!))!;
    refuse(
      'H7',
      units[rest]!.body,
      `${name} is imported and assigned: what it means depends on the place`,
      'Keep both and their users in the facade.',
    );
  }
  needs.forEach(({ taken }, place) => {
    for (const { name, from, at } of taken) {
      if (from === FACADE)
        refuse(
          'H2',
          { start: at, end: at + name.length },
          `${name} stays in the facade, which imports this part`,
          `Move ${name} to a module, or keep this unit in the facade.`,
        );
    }
    guardStars(source, assignment, needs[place]!, refuse);
  });
  guardShadowingStars(source, assignment, refuse);
}

function guardTwins(source: Source, assignment: Assignment, refuse: Refuse): void {
  const place = new Map(source.outline.units.map((unit, i) => [unit.id, assignment.place[i]!]));
  for (const unit of source.outline.units)
    for (const twin of unit.twins ?? [])
      if (place.get(twin) !== place.get(unit.id))
        refuse('H30', unit.body, `${unit.id} and ${twin} bind the same name`, 'Put them into one module of the plan.');
}

function guardRebound(source: Source, assignment: Assignment, name: string, refuse: Refuse): void {
  const { units } = source.outline;
  const users = units
    .map((unit, i) => ({ unit, place: assignment.place[i]! }))
    .filter(({ unit }) => binds(unit, name) || unit.uses.some((use) => use.name === name));
  const home = users.find(({ unit }) => binds(unit, name)) ?? users[0]!;
  for (const { unit, place } of users) {
    if (place === home.place) continue;
    const use = unit.uses.find((one) => one.name === name);
    const range = use ? { start: use.at, end: use.at + name.length } : unit.body;
    refuse(
      'H11',
      range,
      `${name} is rebound by functions, and lives in another file`,
      `Put all units that use ${name} into one module.`,
    );
  }
}

const binds = (unit: Unit, name: string): boolean => unit.defines.some((one) => one.name === name);

/** A pair of comments (`# fmt: off` … `# fmt: on`) is never cut apart. */
export function guardRegions(source: Source, assignment: Assignment, refuse: Refuse): void {
  const regions = new Map<string, { readonly start: number; readonly end: number; readonly places: Set<Place> }>();
  source.outline.units.forEach((unit, i) => {
    for (const { id, start, end } of unit.hazards) {
      if (id !== 'H34' || (unit.start <= start && end <= unit.end)) continue;
      const known = regions.get(`${start}`) ?? { start, end, places: new Set<Place>() };
      known.places.add(assignment.place[i]!);
      regions.set(`${start}`, known);
    }
  });
  for (const { start, end, places } of regions.values())
    if (places.size > 1 || !places.has(FACADE))
      refuse(
        'H34',
        { start, end: Math.min(end, start + 40) },
        'a region between a pair of comments would be cut apart',
        'Keep the whole region in the facade, or end it before the units that move.',
      );
}
