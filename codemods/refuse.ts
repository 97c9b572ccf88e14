import type { HazardId } from '../src/core/hazards/index.ts';
import type { Range } from '../src/core/range.ts';
import type { Refusal } from '../src/core/refusal.ts';

/** Keeps a line of code short where a hazard stands: who, where, why, what to do. */
export const refuse = (
  source: { readonly path: string },
  hazard: HazardId,
  { start, end }: Range,
  why: string,
  whatToDo: string,
): Refusal => ({ hazard, path: source.path, start, end, why, whatToDo });
