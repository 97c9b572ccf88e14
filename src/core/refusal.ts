import type { HazardId } from './hazards/index.ts';

/** Why a codemod does not do what it was asked: a named hazard at a place. Nothing is written. */
export interface Refusal {
  /** Id of the hazard list (`R23`, `H19`) or of the planner's own rules (`P1`). */
  readonly hazard: HazardId;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly why: string;
  readonly whatToDo: string;
}
