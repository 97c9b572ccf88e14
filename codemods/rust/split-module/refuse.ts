import type { HazardId } from '../../../src/core/hazards/index.ts';
import type { Refusal } from '../../../src/core/refusal.ts';

/** Keeps a line of code short where a hazard stands: who, where, why, what to do. */
export const refuse = (
  source: { readonly path: string },
  hazard: HazardId,
  range: { readonly start: number; readonly end: number },
  why: string,
  whatToDo: string,
): Refusal => ({ hazard, path: source.path, start: range.start, end: range.end, why, whatToDo });
