import type { Halstead } from './halstead.ts';

/** What can be counted in any part of a file: the file, a class or impl, a function. */
export interface Sizes {
  readonly lines: number;
  readonly code: number;
  readonly comment: number;
  readonly blank: number;
  /** Logical lines. */
  readonly statements: number;
  /** `return`, `?`, `raise`, `throw`. */
  readonly exits: number;
  readonly halstead: Halstead;
}
