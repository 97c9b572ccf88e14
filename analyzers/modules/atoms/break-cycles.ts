import type { Breaking, Cut } from '../../../src/core/atom.ts';
import { by } from '../../../src/core/compare.ts';
import { stronglyConnected } from '../../../src/core/graph.ts';
import type { Outline, Unit } from '../../../src/core/unit.ts';
import { acyclicOrder, type WeightedEdge } from './acyclic-order.ts';
import { definersOf } from './reference-graph.ts';

interface GroupEdge extends WeightedEdge {
  readonly cuts: readonly Cut[];
}

/**
 * The reads to cut so that no reference cycle is over the limit, as few functions as a greedy order finds; [] where nothing is too large.
 * @param groups units (by index) that stay together anyway; ordered: pairs of units, the first of which has to be loaded first
 */
export function breakCycles(
  units: readonly Unit[],
  groups: readonly (readonly number[])[],
  ordered: readonly (readonly [number, number])[],
  breaking: Breaking | null,
): Cut[] {
  if (breaking === null) return [];
  const edges = edgesBetween(units, groups, ordered, breaking);
  const unitsOf = (members: readonly number[]): Unit[] =>
    members.flatMap((g) => groups[g]!.map((i) => units[i]!)).sort(by(({ start }) => start));
  const cyclesOf = (some: readonly GroupEdge[]): number[][] =>
    stronglyConnected(targetsOf(groups.length, some)).filter((one) => one.length > 1);
  const isOver = (members: readonly number[]): boolean => breaking.tooLarge(unitsOf(members));
  const cuts: Cut[] = [];
  for (const cycle of cyclesOf(edges)) {
    if (!isOver(cycle)) continue;
    const inside = new Set(cycle);
    const innerEdges = edges.filter(({ from, to }) => inside.has(from) && inside.has(to));
    cuts.push(...cutsOf(cycle, innerEdges, (kept) => cyclesOf(kept).filter(isOver)));
  }
  return cuts;
}

/** Cuts all edges that an order leaves pointing forwards, then takes back what is not needed, the dearest first. */
function cutsOf(
  cycle: readonly number[],
  edges: readonly GroupEdge[],
  over: (kept: readonly GroupEdge[]) => number[][],
): Cut[] {
  const place = acyclicOrder(cycle, edges);
  const isForward = ({ from, to, weight }: GroupEdge): boolean => weight !== null && place.get(to)! > place.get(from)!;
  const forward = edges.filter(isForward).sort((a, b) => b.weight! - a.weight! || a.from - b.from || a.to - b.to);
  const kept = edges.filter((edge) => !isForward(edge));
  // What cannot be cut apart may be over the limit for good: it must not grow.
  const allowed = sizes(over(kept));
  const cut: GroupEdge[] = [];
  for (const edge of forward) {
    if (sizes(over([...kept, edge])) === allowed) kept.push(edge);
    else cut.push(edge);
  }
  return cut.flatMap(({ cuts }) => cuts);
}

const sizes = (cycles: readonly (readonly number[])[]): string => cycles.map((one) => one.join(' ')).join('; ');

const targetsOf = (size: number, edges: readonly WeightedEdge[]): number[][] => {
  const targets = Array.from({ length: size }, (): number[] => []);
  for (const { from, to } of edges) targets[from]!.push(to);
  return targets;
};

/** One edge for each pair of groups of which the first reads the second, or has to be loaded behind it. */
function edgesBetween(
  units: readonly Unit[],
  groups: readonly (readonly number[])[],
  ordered: readonly (readonly [number, number])[],
  breaking: Breaking,
): GroupEdge[] {
  const groupOf = new Map(groups.flatMap((group, g) => group.map((i): [number, number] => [i, g])));
  const definers = definersOf(units);
  const edges = new Map<string, { from: number; to: number; weight: number | null; cuts: Cut[] }>();
  const add = (from: number, to: number, weight: number | null, cut: Cut | null): void => {
    if (from === to) return;
    const known = edges.get(`${from} ${to}`) ?? { from, to, weight: 0, cuts: [] };
    known.weight = known.weight === null || weight === null ? null : known.weight + weight;
    if (cut) known.cuts.push(cut);
    edges.set(`${from} ${to}`, known);
  };
  const addReads = (unit: Unit, from: number, name: string): void => {
    const owners = (definers.get(name) ?? []).filter((one) => !isCopied(units[one.unit]!));
    const targets = new Set(owners.map((one) => groupOf.get(one.unit)!));
    targets.delete(from);
    for (const target of targets) add(from, target, breaking.weigh(unit, name), { unit: unit.id, name });
  };
  units.forEach((unit, i) => {
    if (!isCopied(unit)) for (const { name } of unit.uses) addReads(unit, groupOf.get(i)!, name);
  });
  for (const [first, second] of ordered) add(groupOf.get(second)!, groupOf.get(first)!, null, null);
  return [...edges.values()];
}

const isCopied = ({ kind }: Unit): boolean => kind === 'import' || kind === 'future-import' || kind === 'type-checking';

/** The outline as if functions did not read what they import themselves. */
export function withoutCuts(outline: Outline, cuts: readonly Cut[]): Outline {
  if (cuts.length === 0) return outline;
  const cut = new Set(cuts.map(({ unit, name }) => `${unit}\n${name}`));
  const units = outline.units.map((unit) => ({
    ...unit,
    uses: unit.uses.filter(({ name }) => !cut.has(`${unit.id}\n${name}`)),
  }));
  return { ...outline, units };
}
