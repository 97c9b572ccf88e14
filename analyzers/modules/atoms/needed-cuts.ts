import type { Breaking, Cut } from '../../../src/core/atom.ts';
import { stronglyConnected } from '../../../src/core/graph.ts';
import type { Outline, Unit, UnitId } from '../../../src/core/unit.ts';
import { withoutCuts } from './break-cycles.ts';
import { orderedPairs } from './order-atoms.ts';
import { definersOf } from './reference-graph.ts';

/** Of the cuts that made atoms small those without which these modules would need each other in a cycle, the cheapest of them. */
export function neededCuts(
  outline: Outline,
  cuts: readonly Cut[],
  modules: readonly (readonly UnitId[])[],
  { weigh }: Breaking,
): Cut[] {
  const moduleOf = new Map(modules.flatMap((ids, m) => ids.map((id): [UnitId, number] => [id, m])));
  const unitOf = new Map(outline.units.map((unit) => [unit.id, unit]));
  const edges = moduleEdges(withoutCuts(outline, cuts), modules.length, moduleOf);
  const pairs = new Map<string, { from: number; to: number; weight: number; cuts: Cut[] }>();
  for (const cut of cuts)
    for (const [from, to] of readsOf(outline, unitOf.get(cut.unit)!, cut.name, moduleOf)) {
      const known = pairs.get(`${from} ${to}`) ?? { from, to, weight: 0, cuts: [] };
      known.weight += weigh(unitOf.get(cut.unit)!, cut.name) ?? 0;
      known.cuts.push(cut);
      pairs.set(`${from} ${to}`, known);
    }
  const needed = new Set<Cut>();
  for (const pair of [...pairs.values()].sort((a, b) => b.weight - a.weight || a.from - b.from || a.to - b.to)) {
    edges[pair.from]!.push(pair.to);
    if (stronglyConnected(edges).every((circle) => circle.length === 1)) continue;
    edges[pair.from]!.pop();
    for (const cut of pair.cuts) needed.add(cut);
  }
  return cuts.filter((cut) => needed.has(cut));
}

function readsOf(
  outline: Outline,
  unit: Unit,
  name: string,
  moduleOf: ReadonlyMap<UnitId, number>,
): [number, number][] {
  const from = moduleOf.get(unit.id);
  const owner = outline.units.find(({ defines }) => defines.some((one) => one.name === name))!;
  const to = moduleOf.get(owner.id);
  return from === undefined || to === undefined || from === to ? [] : [[from, to]];
}

function moduleEdges(outline: Outline, size: number, moduleOf: ReadonlyMap<UnitId, number>): number[][] {
  const { units } = outline;
  const edges = Array.from({ length: size }, (): number[] => []);
  const definers = definersOf(units);
  const add = (from: Unit, to: Unit): void => {
    const [a, b] = [moduleOf.get(from.id), moduleOf.get(to.id)];
    if (a !== undefined && b !== undefined && a !== b) edges[a]!.push(b);
  };
  for (const unit of units)
    for (const { name } of unit.uses) for (const one of definers.get(name) ?? []) add(unit, units[one.unit]!);
  for (const [first, second] of orderedPairs(outline)) add(units[second]!, units[first]!);
  return edges;
}
