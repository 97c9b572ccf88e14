import type { Affinity } from './affinity.ts';
import type { Mergeable } from './reachability.ts';

/** One merge: the affinity per size at which two groups became one. */
export interface Link {
  readonly into: number;
  readonly from: number;
  readonly strength: number;
}

/**
 * Average linkage: again and again the two groups become one whose affinity, divided by their sizes, is highest; ties go to the first.
 * @param sizes how much an atom counts; any positive number
 * @param reach forbids merges, or null
 * @param exponent of the sizes: 1 is the plain average
 */
export function linkAtoms(
  affinity: Affinity,
  sizes: Float64Array,
  reach: Mergeable | null,
  exponent = EXPONENT,
): Link[] {
  const size = affinity.length;
  const between = affinity.map((row) => Float64Array.from(row));
  const weight = Float64Array.from(sizes);
  const scale = weight.map((value) => value ** -exponent);
  const alive = Array.from({ length: size }, (_, i) => i);
  const links: Link[] = [];
  while (alive.length > 1) {
    const pair = bestPair(between, scale, alive, reach);
    if (pair === null) break;
    const { into, from } = pair;
    links.push(pair);
    for (const other of alive) {
      if (other === into || other === from) continue;
      between[into]![other] = between[other]![into] = between[into]![other]! + between[from]![other]!;
    }
    reach?.merge(into, from);
    weight[into]! += weight[from]!;
    scale[into] = weight[into]! ** -exponent;
    alive.splice(alive.indexOf(from), 1);
  }
  return links;
}

// A little more than the plain average (1): large groups attract less, so no group swallows all.
const EXPONENT = 1.1;

function bestPair(
  between: readonly Float64Array[],
  scale: Float64Array,
  alive: readonly number[],
  reach: Mergeable | null,
): Link | null {
  let best: Link | null = null;
  let highest = -1;
  for (let i = 0; i < alive.length; i++) {
    const a = alive[i]!;
    const row = between[a]!;
    for (let j = i + 1; j < alive.length; j++) {
      const strength = row[alive[j]!]! * scale[a]! * scale[alive[j]!]!;
      if (strength <= highest || reach?.mayMerge(a, alive[j]!) === false) continue;
      highest = strength;
      best = { into: a, from: alive[j]!, strength };
    }
  }
  return best;
}

/** The groups that stand when `count` are left; each ascending, ordered by their first atoms. */
export function groupsAfter(size: number, links: readonly Link[], count: number): number[][] {
  const groups = new Map(Array.from({ length: size }, (_, i): [number, number[]] => [i, [i]]));
  for (const { into, from } of links.slice(0, Math.max(0, size - count))) {
    groups.get(into)!.push(...groups.get(from)!);
    groups.delete(from);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
}
