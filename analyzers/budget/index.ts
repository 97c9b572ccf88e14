import type { Composition } from '../composition/composition.ts';
import { defineAnalyzer } from '../define-analyzer.ts';
import { type BudgetResult, checkBudget } from './check-budget.ts';
import { FILE_LINES, FUNCTION_COGNITIVE } from './rules.ts';

export type { BudgetResult } from './check-budget.ts';

/** The ceilings that a team set for its files and functions. */
export const budget = defineAnalyzer<BudgetResult, { readonly composition: Composition }>({
  id: 'budget',
  title: 'Ceilings for files and functions',
  rules: [FILE_LINES, FUNCTION_COGNITIVE],
  run: (view, { composition }) => checkBudget(view, composition),
});
