import type { Outcome } from '../../core/evidence.ts';

/** How one file of a queue ended. */
export interface QueueRow {
  /** Of the file that was to be divided, in the workspace. */
  readonly path: string;
  readonly outcome: Outcome | 'unchanged' | 'not-worth';
  /** Null of what is proven. */
  readonly why: string | null;
  /** Lines of the file before and after, where it may have become a package; null where it is not there. */
  readonly before: number | null;
  readonly after: number | null;
  /** Files that were made, with their lines, in path order. */
  readonly made: readonly { readonly path: string; readonly lines: number }[];
  /** Of what was written. */
  readonly receipt: string | null;
  readonly commits: readonly string[];
}

/** A row that an earlier run of the same queue has ended, or that this one has. */
export interface EndedRow extends QueueRow {
  readonly isEarlier: boolean;
}
