import { stronglyConnected } from '../../../src/core/graph.ts';

export interface WeightedEdge {
  /** Needs `to`. */
  readonly from: number;
  readonly to: number;
  /** What it costs to have `to` stand behind `from`; null: it must not. */
  readonly weight: number | null;
}

/**
 * Places for nodes so that few and light edges point forwards, and none that must not: greedy, then each block moves to where it costs least.
 * Nodes that must not be parted get neighbouring places. Feedback arc sets are hard to find exactly; units of one file are few.
 */
export function acyclicOrder(nodes: readonly number[], edges: readonly WeightedEdge[]): ReadonlyMap<number, number> {
  const blocks = blocksOf(nodes, edges);
  const blockOf = new Map(blocks.flatMap((block, b) => block.map((node): [number, number] => [node, b])));
  const cost = blocks.map(() => new Map<number, number>());
  const hard = blocks.map(() => new Set<number>());
  for (const { from, to, weight } of edges) {
    const [a, b] = [blockOf.get(from)!, blockOf.get(to)!];
    if (a === b) continue;
    if (weight === null) hard[a]!.add(b);
    else cost[a]!.set(b, (cost[a]!.get(b) ?? 0) + weight);
  }
  const order = greedyOrder(cost, hard);
  while (improve(order, cost, hard));
  return new Map(order.flatMap((b, place) => blocks[b]!.map((node): [number, number] => [node, place])));
}

/** Nodes that need each other by edges that must not be cut, in the order of their first nodes. */
function blocksOf(nodes: readonly number[], edges: readonly WeightedEdge[]): number[][] {
  const index = new Map(nodes.map((node, i) => [node, i]));
  const targets = nodes.map((): number[] => []);
  for (const { from, to, weight } of edges) if (weight === null) targets[index.get(from)!]!.push(index.get(to)!);
  return stronglyConnected(targets)
    .map((block) => block.map((i) => nodes[i]!))
    .sort((a, b) => a[0]! - b[0]!);
}

type Costs = readonly ReadonlyMap<number, number>[];

/** Next comes what cuts least of its own needs, of those the one that most others wait for. */
function greedyOrder(cost: Costs, hard: readonly ReadonlySet<number>[]): number[] {
  const waiting = new Set(cost.keys());
  const order: number[] = [];
  while (waiting.size > 0) {
    let best = -1;
    let lowest = Infinity;
    for (const block of waiting) {
      if ([...hard[block]!].some((need) => waiting.has(need))) continue;
      const cut = sum(cost[block]!, waiting);
      const wanted = [...waiting].reduce((all, other) => all + (cost[other]!.get(block) ?? 0), 0);
      if (cut - wanted / 1000 >= lowest) continue;
      lowest = cut - wanted / 1000;
      best = block;
    }
    order.push(best);
    waiting.delete(best);
  }
  return order;
}

const sum = (costs: ReadonlyMap<number, number>, some: ReadonlySet<number>): number => {
  let all = 0;
  for (const [to, weight] of costs) if (some.has(to)) all += weight;
  return all;
};

/** Moves one block after the other to its cheapest place; false if none moved. Each move lowers the whole cost, so this ends. */
function improve(order: number[], cost: Costs, hard: readonly ReadonlySet<number>[]): boolean {
  let moved = false;
  for (const block of [...order]) {
    const from = order.indexOf(block);
    const to = cheapestPlace(order, from, cost, hard);
    if (to === from) continue;
    order.splice(from, 1);
    order.splice(to, 0, block);
    moved = true;
  }
  return moved;
}

function cheapestPlace(
  order: readonly number[],
  from: number,
  cost: Costs,
  hard: readonly ReadonlySet<number>[],
): number {
  const block = order[from]!;
  let place = from;
  let best = 0;
  for (const step of [-1, 1]) {
    let change = 0;
    for (let i = from + step; i >= 0 && i < order.length; i += step) {
      const other = order[i]!;
      const [first, second] = step === 1 ? [block, other] : [other, block];
      // What stands second so far comes first then: it may not need the other one.
      if (hard[second]!.has(first)) break;
      change += (cost[second]!.get(first) ?? 0) - (cost[first]!.get(second) ?? 0);
      if (change >= best) continue;
      best = change;
      place = i;
    }
  }
  return place;
}
