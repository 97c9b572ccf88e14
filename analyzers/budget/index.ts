import type { Composition } from '../composition/composition.ts';
import { defineAnalyzer } from '../define-analyzer.ts';
import { type BudgetResult, checkBudget } from './check-budget.ts';
import type { Planning } from './predict-mends.ts';
import { ALL_RULES } from './rules.ts';

export type { BudgetResult } from './check-budget.ts';

export interface BudgetInput {
  readonly composition: Composition;
  /** What plans the splits that would fix the longest files; absent: they are not named. */
  readonly planning?: Planning;
}

/** The ceilings that a team set for its files and functions. */
export const budget = defineAnalyzer<BudgetResult, BudgetInput>({
  id: 'budget',
  title: 'Ceilings for files, functions and modules, their exceptions and the baseline',
  rules: ALL_RULES,
  run: (view, { composition, planning }) => checkBudget(view, composition, planning),
});
