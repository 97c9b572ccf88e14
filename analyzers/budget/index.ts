import type { Composition } from '../composition/composition.ts';
import { defineAnalyzer } from '../define-analyzer.ts';
import { type BudgetResult, checkBudget } from './check-budget.ts';
import { ALL_RULES } from './rules.ts';

export type { BudgetResult } from './check-budget.ts';

/** The ceilings that a team set for its files and functions. */
export const budget = defineAnalyzer<BudgetResult, { readonly composition: Composition }>({
  id: 'budget',
  title: 'Ceilings for files, functions and modules, their exceptions and the baseline',
  rules: ALL_RULES,
  run: (view, { composition }) => checkBudget(view, composition),
});
