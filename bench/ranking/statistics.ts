export interface Quality {
  readonly p10: number;
  readonly p20: number;
  /** Of all later fixes of files, the share that fell on the first twenty. */
  readonly share20: number;
  readonly rho: number;
}

/** How well scores foretold: `fixes[i]` commits mended file i later. Ties in the score stand in the order given. */
export function qualityOf(scores: readonly number[], fixes: readonly number[]): Quality {
  const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const precision = (n: number): number => order.slice(0, n).filter((i) => fixes[i]! > 0).length / n;
  const total = fixes.reduce((sum, count) => sum + count, 0);
  const first = order.slice(0, 20).reduce((sum, i) => sum + fixes[i]!, 0);
  return { p10: precision(10), p20: precision(20), share20: first / total, rho: pearson(ranks(scores), ranks(fixes)) };
}

/** Equal values share the mean of their ranks. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const result = new Array<number>(values.length).fill(0);
  for (let at = 0; at < order.length; ) {
    let end = at;
    while (end < order.length && values[order[end]!] === values[order[at]!]) end += 1;
    for (let i = at; i < end; i++) result[order[i]!] = (at + end - 1) / 2;
    at = end;
  }
  return result;
}

function pearson(x: readonly number[], y: readonly number[]): number {
  const mean = (v: readonly number[]): number => v.reduce((sum, each) => sum + each, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  const cov = x.reduce((sum, each, i) => sum + (each - mx) * (y[i]! - my), 0);
  const spread = (v: readonly number[], m: number): number =>
    Math.sqrt(v.reduce((sum, each) => sum + (each - m) ** 2, 0));
  return cov / (spread(x, mx) * spread(y, my));
}

const DRAWS = 10_000;

/** The mean, and the middle 95 % of the means of 10,000 samples of the repositories with replacement; the same at each run. */
export function bootstrap(values: readonly number[]): { mean: number; low: number; high: number } {
  let seed = 20_261_122;
  const draw = (): number => {
    // Numerical Recipes' generator: enough for picking rows.
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return values[Math.floor((seed / 2 ** 32) * values.length)]!;
  };
  const means = Array.from({ length: DRAWS }, () => values.reduce((sum) => sum + draw(), 0) / values.length).sort(
    (a, b) => a - b,
  );
  return {
    mean: values.reduce((sum, each) => sum + each, 0) / values.length,
    low: means[Math.floor(DRAWS * 0.025)]!,
    high: means[Math.floor(DRAWS * 0.975)]!,
  };
}
