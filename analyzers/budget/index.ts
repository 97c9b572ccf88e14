import { composition } from '../composition/index.ts';
import { defineAnalyzer } from '../define-analyzer.ts';
import { type BudgetResult, checkBudget } from './check-budget.ts';
import { FILE_LINES, FUNCTION_COGNITIVE } from './rules.ts';

/** The ceilings that a team set for its files and functions. */
export const budget = defineAnalyzer<BudgetResult>({
  id: 'budget',
  title: 'Ceilings for files and functions',
  rules: [FILE_LINES, FUNCTION_COGNITIVE],
  run: (view) => checkBudget(view, composition.run(view)),
});
