import type { BudgetRule } from '../../src/config/config.ts';
import type { Rule } from '../../src/core/finding.ts';

export const FILE_LINES: Rule = {
  id: 'file-lines',
  severity: 'error',
  what: 'A file has more physical lines than the budget allows.',
  why: 'Nobody reads a long file whole: unrelated work meets in it, and each change is reviewed with too much around it.',
};

const FUNCTION_COGNITIVE: Rule = {
  id: 'function-cognitive',
  severity: 'error',
  what: 'A function has a higher cognitive complexity than the budget allows.',
  why: 'Each level of nesting and each broken line of thought has to be held in mind to change the function safely.',
};

const MODULE_LINES: Rule = {
  id: 'module-lines',
  severity: 'error',
  what: 'A module has more physical lines than the budget allows, the fragments that it splices by include! counted in.',
  why: 'Short files hide it, but all of it is one scope: every name in it can use every other.',
};

export const STALE_ENTRY: Rule = {
  id: 'stale-entry',
  severity: 'error',
  what: 'The baseline allows more than is needed.',
  why: 'The difference is room to grow back that nobody decided on.',
};

export const STALE_EXCEPTION: Rule = {
  id: 'stale-exception',
  severity: 'error',
  what: 'An exception allows more than is needed.',
  why: 'The difference is room to grow back that nobody decided on.',
};

export const EXPIRED_EXCEPTION: Rule = {
  id: 'expired-exception',
  severity: 'error',
  what: 'The day is over up to which an exception was granted.',
  why: 'An exception that nobody looks at again is the rule.',
};

export const MOVED_ENTRY: Rule = {
  id: 'moved-entry',
  severity: 'info',
  what: 'Something of the baseline has moved or was divided, with nothing added.',
  why: 'It passes; under its new name the baseline still knows it after the next edit.',
};

export const MEASURES: Readonly<Record<BudgetRule, Rule>> = {
  'file-lines': FILE_LINES,
  'function-cognitive': FUNCTION_COGNITIVE,
  'module-lines': MODULE_LINES,
};

export const ALL_RULES: readonly Rule[] = [
  FILE_LINES,
  FUNCTION_COGNITIVE,
  MODULE_LINES,
  STALE_ENTRY,
  STALE_EXCEPTION,
  EXPIRED_EXCEPTION,
  MOVED_ENTRY,
];
