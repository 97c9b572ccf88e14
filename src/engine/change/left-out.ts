import type { Refusal } from '../../core/refusal.ts';

/** A file of a run that did not come along. */
export interface LeftOut {
  readonly path: string;
  /** `not-worth`: it could be divided, and little would come of it. */
  readonly outcome: 'refused' | 'not-proven' | 'not-worth';
  readonly why: string;
  readonly refusals: readonly Refusal[];
}
