/** What the target is made of: text that stands together, and what `main` prints of it. */
export interface Piece {
  readonly form: string;
  /** Items of the target in the order in which they stand; they may leave by themselves. */
  readonly items: readonly Item[];
  /** Expressions that `main` prints, with `m::` before the names of the target. */
  readonly shows: readonly string[];
  /** Other files of the crate. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Item {
  readonly text: string;
  /** False for what no split can take along: a careless one leaves it too. */
  readonly moves: boolean;
  /** Units that could move: the item itself, or the methods of its block. */
  readonly units: number;
}

export const item = (text: string, units = 1): Item => ({ text, moves: true, units });
export const fixed = (text: string): Item => ({ text, moves: false, units: 0 });
