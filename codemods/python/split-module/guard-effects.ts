import { settleAsks } from '../../../analyzers/readings/python/settle-asks.ts';
import { isImportUnit, type Source } from '../../../analyzers/readings/python/source.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { Outline, Unit } from '../../../src/core/unit.ts';
import { conflicts, isOrdered } from '../../../src/languages/python/effect-conflicts.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Assignment, FACADE, type Place } from './assign.ts';
import type { Before, Needs } from './parts.ts';
import type { Refuse } from './refuse.ts';

/**
 * Pairs of parts of which one has to run before the other, because of what their units do while they are imported. Where no order of
 * whole parts keeps the order of two such units, the split is refused.
 */
export function effectOrder(
  view: View,
  source: Source,
  assignment: Assignment,
  needs: readonly Needs[],
  refuse: Refuse,
): Before[] {
  const { units } = source.outline;
  const { place } = assignment;
  const begin = place.findIndex((one) => one !== FACADE);
  const pairs = orderedParts();
  // What stands in the facade above all that moves has run before any part.
  const isFirst = (a: number): boolean => place[a] === FACADE && a <= begin;
  const comesBefore = (a: number, to: Place): boolean =>
    place[a] !== FACADE && place[a] !== to && pairs.add(place[a]!, to);
  for (const [a, b] of conflictingPairs(settleAsks(view, source.path, source.outline)).filter(
    ([first]) => !isFirst(first),
  )) {
    const isImport = isImportUnit(units[b]!);
    const runsIn = isImport ? partsWith(needs, units[b]!) : partOf(place, a, b);
    for (const part of runsIn.filter((to) => !comesBefore(a, to)))
      if (isImport) refusePulled(source, assignment, { late: b, above: a, part }, refuse);
      else refuseOrder(source, refuse, a, b);
  }
  return pairs.all();
}

/** The part that the second unit moves to, if that takes it away from the first. */
const partOf = (place: readonly Place[], a: number, b: number): Place[] =>
  place[b] === FACADE || place[a] === place[b] ? [] : [place[b]!];

/** Pairs of units that have to keep their order, by the places of the first, then of the second. */
function conflictingPairs({ units, effects = [] }: Outline): [number, number][] {
  const busy = units.map((_, i) => i).filter((i) => isOrdered(effects[i]!));
  return busy.flatMap((a) =>
    busy.flatMap((b): [number, number][] => (a < b && conflicts(effects[a]!, effects[b]!) ? [[a, b]] : [])),
  );
}

/** Two parts cannot both come first. */
function orderedParts(): { add: (from: Place, to: Place) => boolean; all: () => Before[] } {
  const pairs = new Map<string, Before>();
  return {
    add: (from, to) => {
      if (pairs.has(`${to} ${from}`)) return false;
      pairs.set(`${from} ${to}`, [from, to]);
      return true;
    },
    all: () => [...pairs.values()],
  };
}

/** Parts that begin with this import, because they need a name of it. */
const partsWith = (needs: readonly Needs[], { defines }: Unit): Place[] =>
  needs.flatMap(({ outside }, place) => (defines.some(({ name }) => outside.has(name)) ? [place] : []));

function refusePulled(
  { outline: { units }, text }: Source,
  { place }: Assignment,
  { late, above, part }: { readonly late: number; readonly above: number; readonly part: Place },
  refuse: Refuse,
): void {
  const starts = lineStartsOf(text);
  const [lateLine, aboveLine] = [late, above].map((i) => lineAt(starts, units[i]!.body.start));
  const bound = new Set(units[late]!.defines.map(({ name }) => name));
  units.forEach((unit, i) => {
    if (place[i] !== part) return;
    for (const { name, at } of unit.uses)
      if (bound.has(name))
        refuse(
          'H71',
          { start: at, end: at + name.length },
          `its module would evaluate the import of line ${lateLine} before line ${aboveLine} (${units[above]!.id}) has run`,
          'Keep this unit in the facade (`keep` in the plan), or move the import above what acts.',
        );
  });
}

function refuseOrder(source: Source, refuse: Refuse, a: number, b: number): void {
  const starts = lineStartsOf(source.text);
  const [first, second] = [source.outline.units[a]!, source.outline.units[b]!];
  const lines = [first, second].map((unit) => lineAt(starts, unit.body.start));
  refuse(
    'H4',
    second.body,
    `line ${lines[0]} (${first.id}) has to run before line ${lines[1]} (${second.id}), and the plan's modules run in another order`,
    'Put both into one module.',
  );
}

/** For the message when needs and effects together make a cycle. */
export const circleOf = (places: readonly Place[], names: readonly string[]): string =>
  places.map((place) => names[place]!).join(', ');
