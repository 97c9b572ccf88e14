/** How often something changed. Of several files together each commit counts once. */
export interface Churn {
  readonly revisions: number;
  /** Sum of 2^(-age / 180 days), ages from HEAD's commit date. */
  readonly revisionsDecayed: number;
  readonly authors: number;
  /** ISO day; null if no commit in the period read touched it. */
  readonly lastChange: string | null;
  /** Whole months from the last change to HEAD's day. */
  readonly age: number | null;
  /** 1 - Σ(a/n)² over the n revisions, a of them by each author: 0 where one author made all, near 1 where many share. */
  readonly fragmentation: number;
  /** Revisions in each of the twelve months that end with HEAD's, the oldest first. */
  readonly trend: readonly number[];
}

/** Who wrote the lines that came in of late: `history.lines` says since when. */
export interface Ownership {
  /** Of most lines added; `Name <mail>`. */
  readonly mainAuthor: string;
  /** His share of the lines added, 0 to 1. */
  readonly share: number;
  /** The fewest authors who together added more than half. */
  readonly busFactor: number;
  readonly linesAdded: number;
}
