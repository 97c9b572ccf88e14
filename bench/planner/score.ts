export interface Agreement {
  /** Adjusted Rand index: 0 is chance, 1 the same partition. */
  readonly ari: number;
  /** F1 over the pairs that share a group. */
  readonly f1: number;
}

/** Two partitions of the same items, as labels by item. */
export function agreement(truth: readonly string[], found: readonly string[]): Agreement {
  const both = pairsWithin(truth.map((label, i) => `${label}\n${found[i]}`));
  const inTruth = pairsWithin(truth);
  const inFound = pairsWithin(found);
  const expected = (inTruth * inFound) / Math.max(1, pairsOf(truth.length));
  const highest = (inTruth + inFound) / 2;
  return {
    ari: highest === expected ? 1 : (both - expected) / (highest - expected),
    f1: inTruth + inFound === 0 ? 1 : (2 * both) / (inTruth + inFound),
  };
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

function pairsWithin(labels: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + pairsOf(count), 0);
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

interface Interval {
  readonly mean: number;
  /** The 2.5th and 97.5th percentile of the resampled means. */
  readonly low: number;
  readonly high: number;
}

/** The mean with its interval, by drawing whole sources again and again with replacement: values of one source are no independent ones. */
export function resampledMean(values: readonly { readonly from: string; readonly value: number }[]): Interval {
  const bySource = new Map<string, { readonly value: number }[]>();
  for (const one of values) bySource.set(one.from, [...(bySource.get(one.from) ?? []), one]);
  const sources = [...bySource.values()];
  const draw = seededNumbers();
  const means = Array.from({ length: DRAWS }, () => {
    const drawn = sources.flatMap(() => sources[Math.floor(draw() * sources.length)]!);
    return mean(drawn.map(({ value }) => value));
  }).sort((a, b) => a - b);
  const at = (share: number): number => means[Math.round(share * (DRAWS - 1))]!;
  return { mean: mean(values.map(({ value }) => value)), low: at(0.025), high: at(0.975) };
}

const DRAWS = 2000;

/** Numbers from 0 to 1, the same in each run (mulberry32). */
function seededNumbers(): () => number {
  let state = 20;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
