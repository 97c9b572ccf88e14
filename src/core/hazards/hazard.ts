/** What can go wrong when code is divided, and what is done about it: the docs pages, `explain` and the tests read it from here. */
export interface Hazard<Id extends string = string> {
  /** `R` Rust, `H` Python, `J` JavaScript and TypeScript, `P` plans, `M` moves and joins, `N` notes; numbers are never used again. */
  readonly id: Id;
  readonly language: 'rust' | 'python' | 'javascript' | 'planner';
  /** One sentence. */
  readonly what: string;
  /** What sees it: the outline marks units, the planner and the codemod look at more, the proof sees what came out. */
  readonly foundBy: string;
  readonly verdict: HazardVerdict;
  /** What the split does about it, or what a person can do; null where the refusal's own words say it all. */
  readonly remedy: string | null;
  /** What a split that looks right would do, and what comes of it; null where nothing can show it. */
  readonly naive: string | null;
  /** Case folders, or the tests that keep it true. */
  readonly heldBy: string;
}

/**
 * `handled`: the split writes what keeps it right. `kept`: the unit stays in the facade. `refused`: nothing is written. `note`: the split
 * tells it, with a count. `accepted`: not proven unless `--accept ID` is given, which the receipt records. `invariant`: a split cannot break it.
 */
export type HazardVerdict = 'handled' | 'kept' | 'refused' | 'note' | 'accepted' | 'invariant';

/** Keeps the id as a literal type. */
export const hazard = <const Id extends string>(data: Hazard<Id>): Hazard<Id> => data;
