/** What git knows about one file, renames folded. Ages count from HEAD's commit date, never from the clock. */
export interface FileHistory {
  readonly revisions: number;
  /** Sum of 2^(-age / 180 days) over the revisions. */
  readonly revisionsDecayed: number;
  readonly authors: number;
  /** ISO date (UTC, day) of the last change. */
  readonly lastChange: string;
  /** Places in the log of the commits behind these numbers, the newest first. */
  readonly changes: readonly number[];
}

/** A commit that counts. */
export interface LoggedCommit {
  /** Committer date, seconds since 1970. */
  readonly time: number;
  /** `Name <mail>` by mailmap. */
  readonly author: string;
  /** 2^(-age / 180 days). */
  readonly weight: number;
  /** Files that it touches, in the whole repository. */
  readonly size: number;
}

/** What the newest commits did to the lines of one file, whatever they were called then; lines as they stand in the work tree. */
export interface FileLines {
  /** The newest first: a commit's place in the log and the places that it changed, `start, end` each, `end` not included. Equal where lines were taken away. */
  readonly touches: readonly (readonly [commit: number, ranges: readonly number[]])[];
  /** Lines that each author added, the most first. */
  readonly added: readonly (readonly [author: string, lines: number])[];
}

/** History by lines; it reaches back less far than that of files. */
export type LineHistory =
  | { readonly status: 'ok'; readonly since: string; readonly files: ReadonlyMap<string, FileLines> }
  | { readonly status: 'not-read' | 'partial'; readonly reason: string };

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

/** A history that is read back only where somebody asks for it. */
export interface HistorySource {
  /** All that it depends on; null where that cannot be told. */
  readonly mark: string | null;
  /** The same object each time. */
  readonly read: () => History;
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
      readonly log: readonly LoggedCommit[];
      readonly lines: LineHistory;
      readonly leftOut?: LeftOut;
      /** What a reader of the numbers must know. */
      readonly notes?: readonly string[];
    }
  | { readonly status: 'absent' | 'shallow' | 'squashed' | 'not-read'; readonly reason: string };

/** A history that is at hand. */
export const historyAtHand = (history: History, mark: string | null = null): HistorySource => ({
  mark: history.status === 'ok' ? mark : JSON.stringify(history),
  read: () => history,
});
