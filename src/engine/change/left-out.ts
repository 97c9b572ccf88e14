import type { Refusal } from '../../core/refusal.ts';

/** A file of a run that did not come along. */
export interface LeftOut {
  readonly path: string;
  readonly outcome: 'refused' | 'not-proven';
  readonly why: string;
  readonly refusals: readonly Refusal[];
}
