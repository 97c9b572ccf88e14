/** What a split that looks right would write, and what the compiler makes of it. Modules stand inline where their file plays no part. */
export interface NaiveVariant {
  /** Number in docs/hazards-rust.md. */
  readonly hazard: number;
  /** The compiler says nothing to it. A text, or files by path, of which `x.rs` is the crate root. */
  readonly right: Sources;
  readonly naive: Sources;
  /** An error's code, a lint, words of a message; `differs`: it compiles, and prints something else. */
  readonly sees: string;
  readonly edition?: '2015' | '2021' | '2024';
  readonly tool?: 'rustdoc' | 'rustfmt';
  /** A `cfg` without which the compiler says nothing to the naive variant either. */
  readonly behind?: string;
  /** Machine code is made: the message is the assembler's. */
  readonly assembled?: true;
}

export type Sources = string | Readonly<Record<string, string>>;

export const variant = (
  hazard: number,
  sees: string,
  right: Sources,
  naive: Sources,
  more: Pick<NaiveVariant, 'edition' | 'tool' | 'behind' | 'assembled'> = {},
): NaiveVariant => ({ hazard, sees, right, naive, ...more });
