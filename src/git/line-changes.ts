/**
 * Replaced lines, four numbers each, in order: `start, count` before and `start, count` after. Lines count from 1; an empty side starts
 * where its lines would stand: before that line.
 */
export type Hunks = readonly number[];

/** How one file of a commit differs from the same file in one of its parents. */
export interface SideChange {
  /** The name there, where it is another. */
  readonly from: string | null;
  readonly hunks: Hunks;
}

export interface FileChange {
  /** From the top folder, latin1 for the raw bytes. */
  readonly path: string;
  readonly kind: 'edited' | 'added' | 'deleted';
  /** One for each parent; a merge is only named where it differs from all of them. */
  readonly sides: readonly SideChange[];
}

/** The lines that one commit changed: facts of its id, true for ever. */
export interface CommitLines {
  readonly id: string;
  readonly files: readonly FileChange[];
}
