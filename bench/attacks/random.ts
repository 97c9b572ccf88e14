/** Random numbers that a seed alone decides. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  readonly int: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  /** Throws where there is nothing to pick from. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** A new list in another order. */
  readonly shuffle: <Item>(items: readonly Item[]) => Item[];
}

/** Mulberry32: small, and the same on every machine. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new RangeError('there is nothing to pick from');
    return items[int(items.length)]!;
  };
  const shuffle = <Item>(items: readonly Item[]): Item[] => {
    const mixed = [...items];
    for (let at = mixed.length - 1; at > 0; at--) {
      const other = int(at + 1);
      [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
    }
    return mixed;
  };
  return { int, chance: (probability) => next() < probability, pick, shuffle };
}
