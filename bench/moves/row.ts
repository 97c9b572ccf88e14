/** One move or join of units of a published package, as the built program made it on a fresh copy. */
export interface Row {
  /** `arrayvec 0.7.8 src/arrayvec.rs`. */
  readonly target: string;
  /** `move` into a new module, `rejoin` of that part, `join` of all parts of a split, `shift` between parts. */
  readonly what: 'move' | 'rejoin' | 'join' | 'shift';
  /** The name that was moved, or the parts that were joined. */
  readonly of: string;
  readonly outcome: 'proven' | 'not-proven' | 'refused' | 'unchanged' | 'error';
  /** Ids of the hazards of a refusal; else what stood in the way. */
  readonly why: string;
  readonly hazards: readonly string[];
  readonly evidence: string;
  /** What `verify HEAD .` says by S of what was written; null where nothing was. */
  readonly verified: string | null;
  /** Of joins: the file has the bytes that it had before it was divided. */
  readonly same: boolean | null;
  /** What the package's own tools say before and after: equal, or what differs; null where they were not asked or cannot be run. */
  readonly independent: string | null;
  readonly seconds: number;
  readonly date: string;
  readonly engine: string;
}
