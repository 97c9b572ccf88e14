/** What git knows about one file, renames folded. Ages count from HEAD's commit date, never from the clock. */
export interface FileHistory {
  readonly revisions: number;
  /** Sum of 2^(-age / 180 days) over the revisions. */
  readonly revisionsDecayed: number;
  readonly authors: number;
  /** ISO date (UTC, day) of the last change. */
  readonly lastChange: string;
}

/** Commits that count for no file; renames in them are followed all the same. */
export interface LeftOut {
  /** They touch more than 200 files. */
  readonly sweeping: number;
  /** Their author is a program. */
  readonly bots: number;
  /** `.git-blame-ignore-revs` names them. */
  readonly ignored: number;
  readonly merges: number;
}

/** A repository's history, or the reason why it must not take part in a score. */
export type History =
  | {
      readonly status: 'ok';
      readonly head: string;
      readonly headDate: string;
      readonly since: string | null;
      /** Commits that count. */
      readonly commits: number;
      readonly files: ReadonlyMap<string, FileHistory>;
      readonly leftOut?: LeftOut;
      /** What a reader of the numbers must know. */
      readonly notes?: readonly string[];
    }
  | { readonly status: 'absent' | 'shallow' | 'squashed' | 'not-read'; readonly reason: string };
