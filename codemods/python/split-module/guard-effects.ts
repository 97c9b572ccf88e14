import type { Source } from '../../../analyzers/readings/python/source.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { conflicts, isOrdered } from '../../../src/languages/python/module-effects.ts';
import { type Assignment, FACADE, type Place } from './assign.ts';
import type { Before } from './parts.ts';
import type { Refuse } from './refuse.ts';

/**
 * Pairs of parts of which one has to run before the other, because of what their units do while they are imported. Where no order of
 * whole parts keeps the order of two such units, the split is refused.
 */
export function effectOrder(source: Source, assignment: Assignment, refuse: Refuse): Before[] {
  const { units, effects = [] } = source.outline;
  const busy = units.map((_, i) => i).filter((i) => isOrdered(effects[i]!));
  const begin = units.findIndex((_, i) => assignment.place[i] !== FACADE);
  const pairs = new Map<string, { readonly before: Before; readonly a: number; readonly b: number }>();
  for (const a of busy)
    for (const b of busy) {
      if (a >= b || !conflicts(effects[a]!, effects[b]!)) continue;
      const from = assignment.place[a]!;
      const to = assignment.place[b]!;
      if (from === to || to === FACADE) continue;
      if (from === FACADE) {
        if (a > begin) refuseOrder(source, refuse, a, b);
        continue;
      }
      const key = `${from} ${to}`;
      const other = pairs.get(`${to} ${from}`);
      if (other) refuseOrder(source, refuse, a, b);
      else if (!pairs.has(key)) pairs.set(key, { before: [from, to], a, b });
    }
  return [...pairs.values()].map(({ before }) => before);
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
