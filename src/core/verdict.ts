import type { Gap } from './evidence.ts';

/** A path whose bytes, mode or existence differ between two states of a workspace. */
export interface Change {
  readonly path: string;
  readonly kind: 'added' | 'changed' | 'removed';
}

/**
 * What covers a changed path: the rungs of its language; nobody, because nothing reads it (`inert`); the comparison of both texts, because
 * it only lists files that the change adds; or nobody although something may read it.
 */
export interface Claim extends Change {
  readonly by: 'rungs' | 'inert' | 'list' | 'nothing';
  readonly why: string;
  /** A source that a join has taken away: only S can show where each thing of it went. Absent for all others. */
  readonly joined?: true;
}

/** A difference that was accepted on the command line. */
export interface Acceptance {
  /** A hazard's id, or the id of a unit. */
  readonly id: string;
  readonly path: string;
  readonly why: string;
}

/** How a change was judged: made from the paths that changed, never from the proofs that happen to exist. */
export interface Decision {
  readonly outcome: 'proven' | 'not-proven';
  readonly claims: readonly Claim[];
  readonly gaps: readonly Gap[];
  readonly accepted: readonly Acceptance[];
}

export const NO_DECISION: Decision = { outcome: 'not-proven', claims: [], gaps: [], accepted: [] };
