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
