import { isRefactorError } from '../../core/errors.ts';
import type { Plan } from '../../core/plan.ts';
import type { View } from '../../workspace/view.ts';
import type { LeftOut } from '../change/left-out.ts';
import { isPlan, type PlanSplitsOptions, planOne } from './plan-one.ts';
import type { Planned } from './plan-splits.ts';

/** A plan for each file by itself; what cannot be planned is left out, and the others go on. */
export function planEach(view: View, paths: readonly string[], options: PlanSplitsOptions): Planned {
  const made = [...new Set(paths)].sort().map((path) => planOrReason(view, path, options));
  return { plans: made.filter(isPlan), unplanned: made.filter((one): one is LeftOut => !isPlan(one)) };
}

function planOrReason(view: View, path: string, options: PlanSplitsOptions): Plan | LeftOut {
  try {
    const made = planOne(view, path, options);
    if (!isPlan(made) || made.modules.length > 0) return made;
    return { path, outcome: 'refused', why: whyStays(made), refusals: [] };
  } catch (error) {
    if (!isRefactorError(error)) throw error;
    return { path, outcome: 'refused', why: `${error.problem.what}: ${error.problem.why}`, refusals: [] };
  }
}

const whyStays = ({ bound }: Plan): string =>
  `the plan moves nothing: ${bound.setBy.join(', ') || 'what it holds'} sets a bound of ${bound.lines} lines`;
