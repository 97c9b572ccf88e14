import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { HazardId } from '../../../src/core/hazards/index.ts';
import type { Range } from '../../../src/core/range.ts';
import type { Refusal } from '../../../src/core/refusal.ts';

export type Refuse = (hazard: HazardId, at: Range, why: string, whatToDo: string) => void;

/** Collects refusals of one file. */
export function refusalList(source: Source): { readonly list: Refusal[]; readonly refuse: Refuse } {
  const list: Refusal[] = [];
  const refuse: Refuse = (hazard, { start, end }, why, whatToDo) => {
    if (!list.some((one) => one.hazard === hazard && one.start === start))
      list.push({ hazard, path: source.path, start, end, why, whatToDo });
  };
  return { list, refuse };
}
