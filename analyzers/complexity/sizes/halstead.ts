/** Operators and operands, after Halstead: how many different ones (`n`), how many at all (`N`). */
export interface Halstead {
  readonly n1: number;
  readonly n2: number;
  readonly N1: number;
  readonly N2: number;
}

export interface HalsteadMeasures {
  readonly length: number;
  readonly vocabulary: number;
  /** Bits: length × log2 of the vocabulary. */
  readonly volume: number;
  readonly difficulty: number;
  readonly effort: number;
  /** Seconds: effort / 18. */
  readonly time: number;
  /** Effort^⅔ / 3000. */
  readonly bugs: number;
}

export function halsteadMeasures({ n1, n2, N1, N2 }: Halstead): HalsteadMeasures {
  const length = N1 + N2;
  const vocabulary = n1 + n2;
  const volume = vocabulary === 0 ? 0 : length * Math.log2(vocabulary);
  const difficulty = n2 === 0 ? 0 : (n1 / 2) * (N2 / n2);
  const effort = difficulty * volume;
  return { length, vocabulary, volume, difficulty, effort, time: effort / 18, bugs: effort ** (2 / 3) / 3000 };
}
