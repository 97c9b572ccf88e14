import type { TokenMacros } from './token-macros.ts';

/** Where tokens stand: what relative things in them are counted from. */
export interface Place {
  readonly path: string;
  /** Modules below the facade. */
  readonly depth: number;
  /** The facade is the crate's root: there, private and `pub(crate)` are the same. */
  readonly root: boolean;
  /** The facade's own module below its crate's root; null where that is not known. */
  readonly modulePath: () => readonly string[] | null;
  /** True for a name that a relative path into the part itself reaches in the facade too: moved names, and what it imports. */
  readonly reaches: (name: string | null, at: number) => boolean;
  /** The file that an offset stands in: another one for text that an `include!` brought. */
  readonly fileOf: (offset: number) => string;
  readonly macros: TokenMacros;
}
