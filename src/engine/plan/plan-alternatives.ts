import type { Plan } from '../../core/plan.ts';
import type { View } from '../../workspace/view.ts';
import { type PlanFileOptions, planFile } from './plan-file.ts';

export interface PartsRange {
  readonly from: number;
  readonly to: number;
}

type Request = Omit<PlanFileOptions, 'groups'>;

/** A plan with the number of parts that was asked for, or the nearest that the file gives. */
export const planInto = (view: View, parts: number, request: Request): Plan => nearest(plansBy(view, request), parts);

/** A plan for each number of parts that the file gives within the range, fewest first; the nearest one where it gives none. */
export function planAlternatives(view: View, { from, to }: PartsRange, request: Request): readonly Plan[] {
  const planBy = plansBy(view, request);
  const byParts = new Map<number, Plan>();
  for (let parts = from; parts <= to; parts++) {
    const plan = nearest(planBy, parts);
    byParts.set(plan.modules.length, byParts.get(plan.modules.length) ?? plan);
  }
  const found = [...byParts].sort(([a], [b]) => a - b);
  const within = found.filter(([parts]) => from <= parts && parts <= to);
  return (within.length > 0 ? within : found.slice(0, 1)).map(([, plan]) => plan);
}

/**
 * The planner counts a group that stays in the facade, which it does not always keep, and divides groups that are over the limit: a number of
 * groups gives about as many parts. So the numbers around it are tried.
 */
function nearest(planBy: (groups: number) => Plan, parts: number): Plan {
  let best = planBy(parts);
  const far = (plan: Plan): number => Math.abs(plan.modules.length - parts);
  if (best.modules.length < parts && far(planBy(parts + 1)) < far(best)) best = planBy(parts + 1);
  for (let groups = parts - 1; groups > 0 && planBy(groups + 1).modules.length > parts; groups--)
    if (far(planBy(groups)) < far(best)) best = planBy(groups);
  return best;
}

function plansBy(view: View, request: Request): (groups: number) => Plan {
  const known = new Map<number, Plan>();
  return (groups) => {
    const plan = known.get(groups) ?? planFile(view, { ...request, groups });
    known.set(groups, plan);
    return plan;
  };
}
