/** What git knows about one file, renames folded. Ages count from HEAD's commit date, never from the clock. */
export interface FileHistory {
  readonly revisions: number;
  /** Sum of 2^(-age / 180 days) over the revisions. */
  readonly revisionsDecayed: number;
  readonly authors: number;
  /** ISO date (UTC, day) of the last change. */
  readonly lastChange: string;
}

/** A repository's history, or the reason why it must not take part in a score. */
export type History =
  | {
      readonly status: 'ok';
      readonly head: string;
      readonly headDate: string;
      readonly since: string | null;
      readonly commits: number;
      readonly files: ReadonlyMap<string, FileHistory>;
    }
  | { readonly status: 'absent' | 'shallow' | 'squashed' | 'not-read'; readonly reason: string };
