import type { Rule } from '../../src/core/finding.ts';

export const FILE_LINES: Rule = {
  id: 'file-lines',
  severity: 'error',
  what: 'A file has more physical lines than the budget allows.',
  why: 'Nobody reads a long file whole: unrelated work meets in it, and each change is reviewed with too much around it.',
};

export const FUNCTION_COGNITIVE: Rule = {
  id: 'function-cognitive',
  severity: 'error',
  what: 'A function has a higher cognitive complexity than the budget allows.',
  why: 'Each level of nesting and each broken line of thought has to be held in mind to change the function safely.',
};
