import { filesOver } from '../../../analyzers/budget/files-over.ts';
import type { View } from '../../workspace/view.ts';
import { planEach } from './plan-each.ts';
import type { PlanSplitsOptions } from './plan-one.ts';
import type { Planned } from './plan-splits.ts';

/**
 * A plan for each file with more lines than the ceiling, and for those that are named beside; what cannot be planned is left out.
 * @param options.limit lines that no resulting file should exceed; absent: the ceiling
 */
export const planOverBudget = (
  view: View,
  named: readonly string[],
  ceiling: number,
  options: Pick<PlanSplitsOptions, 'limit' | 'anyway'>,
): Planned => planEach(view, [...named, ...filesOver(view, ceiling)], options);
