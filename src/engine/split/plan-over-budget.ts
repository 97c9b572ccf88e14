import { filesOver } from '../../../analyzers/budget/files-over.ts';
import { notWorth } from '../../../analyzers/modules/not-worth.ts';
import { isRefactorError } from '../../core/errors.ts';
import { countLines } from '../../core/lines.ts';
import type { Plan } from '../../core/plan.ts';
import type { View } from '../../workspace/view.ts';
import type { LeftOut } from '../change/left-out.ts';
import { planFile } from '../plan-file.ts';
import type { Planned, PlanSplitsOptions } from './plan-splits.ts';

/**
 * A plan for each file with more lines than the ceiling, and for those that are named beside; what cannot be planned is left out.
 * @param options.limit lines that no resulting file should exceed; absent: the ceiling
 */
export function planOverBudget(
  view: View,
  named: readonly string[],
  ceiling: number,
  { limit, anyway = false }: Pick<PlanSplitsOptions, 'limit' | 'anyway'>,
): Planned {
  const plans: Plan[] = [];
  const unplanned: LeftOut[] = [];
  for (const path of [...new Set([...named, ...filesOver(view, ceiling)])].sort())
    try {
      const made = planFile(view, limit === undefined ? { path } : { path, limit });
      const idle = anyway ? null : notWorth(made, countLines(view.text(path)));
      if (idle !== null) unplanned.push({ path, outcome: 'not-worth', why: idle, refusals: [] });
      else if (made.modules.length > 0) plans.push(made);
      else unplanned.push({ path, outcome: 'refused', why: whyStays(made), refusals: [] });
    } catch (error) {
      if (!isRefactorError(error)) throw error;
      unplanned.push({ path, outcome: 'refused', why: `${error.problem.what}: ${error.problem.why}`, refusals: [] });
    }
  return { plans, unplanned };
}

const whyStays = ({ bound }: Plan): string =>
  `the plan moves nothing: ${bound.setBy.join(', ') || 'what it holds'} sets a bound of ${bound.lines} lines`;
