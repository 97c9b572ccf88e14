import { blockPlace } from '../../../analyzers/modules/block-place.ts';
import { isImportUnit, type Source } from '../../../analyzers/readings/python/source.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { Unit } from '../../../src/core/unit.ts';
import { conflicts, isOrdered } from '../../../src/languages/python/effect-conflicts.ts';
import { type Assignment, FACADE, type Place } from './assign.ts';
import type { Before, Needs } from './parts.ts';
import type { Refuse } from './refuse.ts';

/**
 * Pairs of parts of which one has to run before the other, because of what their units do while they are imported. Where no order of
 * whole parts keeps the order of two such units, the split is refused.
 */
export function effectOrder(source: Source, assignment: Assignment, needs: readonly Needs[], refuse: Refuse): Before[] {
  const { units, effects = [] } = source.outline;
  const { place } = assignment;
  const busy = units.map((_, i) => i).filter((i) => isOrdered(effects[i]!));
  const begin = blockPlace(source.outline, (i) => place[i] !== FACADE);
  const pairs = orderedParts();
  for (const a of busy)
    for (const b of busy) {
      if (a >= b || !conflicts(effects[a]!, effects[b]!)) continue;
      const [from, to] = [place[a]!, place[b]!];
      const late = from === FACADE && a >= begin;
      if (isImportUnit(units[b]!)) {
        if (from === FACADE && !late) continue;
        for (const part of partsWith(needs, units[b]!))
          if (from === FACADE || from === part || !pairs.add(from, part))
            refusePulled(source, assignment, { late: b, above: a, part }, refuse);
      } else if (to !== FACADE && from !== to && (from === FACADE ? late : !pairs.add(from, to)))
        refuseOrder(source, refuse, a, b);
    }
  return pairs.all();
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
  const [here, there] = [late, above].map((i) => lineAt(starts, units[i]!.body.start));
  const bound = new Set(units[late]!.defines.map(({ name }) => name));
  units.forEach((unit, i) => {
    if (place[i] !== part) return;
    for (const { name, at } of unit.uses)
      if (bound.has(name))
        refuse(
          'H71',
          { start: at, end: at + name.length },
          `its module would evaluate the import of line ${here} before line ${there} (${units[above]!.id}) has run`,
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

/** For the message when needs and effects together make a circle. */
export const circleOf = (places: readonly Place[], names: readonly string[]): string =>
  places.map((place) => names[place]!).join(', ');
