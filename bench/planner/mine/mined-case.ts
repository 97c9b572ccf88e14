import type { HumanCase } from '../human-case.ts';

/** A split found in a history: names only. */
export interface MinedCase extends HumanCase {
  readonly commit: string;
  readonly unmatched: number;
  readonly facade: string | null;
  /** Day of the commit. */
  readonly date: string;
  readonly merge: boolean;
  /** Of the old file's lines, the share that stands in the new files. */
  readonly moved: number;
}
