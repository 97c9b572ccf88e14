import { BUDGET_RULES, type BudgetRule } from '../../src/config/config.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { BASELINE_FILE } from '../budget/baseline.ts';
import type { BudgetState } from '../budget/budget-state.ts';
import type { Guardrail } from './guardrail.ts';

const TITLES: Readonly<Record<BudgetRule, string>> = {
  'file-lines': 'A ceiling for the lines of a file',
  'function-cognitive': 'A ceiling for the cognitive complexity of a function',
  'module-lines': 'A ceiling for the lines of a module',
};

/** The ceilings, and that what excuses them neither expires nor has room to grow. */
export function budgetGuardrails(view: View, state: BudgetState, slack: readonly Finding[]): Guardrail[] {
  return [
    ...BUDGET_RULES.map((rule) => ceilingGuardrail(rule, state)),
    exceptionGuardrail(view, state),
    baselineGuardrail(view, state, slack),
    mergeGuardrail(view),
  ];
}

function ceilingGuardrail(rule: BudgetRule, { ceilings, cases, entities }: BudgetState): Guardrail {
  const common = { id: rule, title: TITLES[rule] };
  const ceiling = ceilings[rule];
  if (ceiling === null)
    return { ...common, state: 'missing', found: 'no ceiling', whatToDo: 'Set one in omni-refactor.toml: [budget].' };
  const checked = entities.all.filter((entity) => entity.rule === rule).length;
  if (checked === 0)
    return { ...common, state: 'unknown', found: `up to ${ceiling}; there is nothing to judge`, whatToDo: null };
  const ofRule = cases.filter(({ entity }) => entity.rule === rule);
  const failing = ofRule.filter(({ entity, allowed }) => entity.value > allowed).length;
  // The lines of a file that was read in part are known; its functions are not.
  const open = entities.failed.length + (rule === 'function-cognitive' ? entities.partial.length : 0);
  const failed = open > 0 ? `; ${open} ${open === 1 ? 'file' : 'files'} could not be judged` : '';
  const found = `up to ${ceiling}: ${ofRule.length} of ${checked} over it${ofRule.length > 0 ? `, ${failing} of them held by nothing` : ''}${failed}`;
  if (ofRule.length === 0) return { ...common, state: open > 0 ? 'unknown' : 'enforced', found, whatToDo: null };
  const whatToDo = failing > 0 ? 'omni-refactor check' : 'Bring down the first of those below.';
  return { ...common, state: 'partial', found, whatToDo };
}

function exceptionGuardrail({ today }: View, { exceptions }: BudgetState): Guardrail {
  const expired = exceptions.filter(({ expires }) => expires < today);
  return {
    id: 'exceptions',
    title: 'No exception outlives its day',
    state: expired.length === 0 ? 'enforced' : 'partial',
    found: `${exceptions.length} exceptions, ${expired.length} of them expired`,
    whatToDo:
      expired.length === 0 ? null : `${expired[0]!.owner}: ${expired[0]!.exit}, or decide on a new day and record it.`,
  };
}

function baselineGuardrail(view: View, { cases }: BudgetState, slack: readonly Finding[]): Guardrail {
  const common = { id: 'baseline', title: 'What is too large may only shrink' };
  const bare = cases.filter(({ exception }) => exception === null).length;
  if (view.file(BASELINE_FILE) === undefined)
    return bare === 0
      ? { ...common, state: 'enforced', found: 'no baseline, and nothing that would need one', whatToDo: null }
      : { ...common, state: 'missing', found: `no ${BASELINE_FILE}`, whatToDo: 'omni-refactor init' };
  const loose = slack.filter(({ rule }) => rule.startsWith('stale')).length;
  return {
    ...common,
    state: loose === 0 ? 'enforced' : 'partial',
    found: loose === 0 ? 'each entry at its real value' : `${loose} entries allow more than is needed`,
    whatToDo: loose === 0 ? null : 'omni-refactor baseline',
  };
}

function mergeGuardrail(view: View): Guardrail {
  const common = { id: 'baseline-merge', title: 'Two branches never conflict over the baseline' };
  if (view.file(BASELINE_FILE) === undefined)
    return { ...common, state: 'enforced', found: 'there is no baseline', whatToDo: null };
  const attributes = view.file('.gitattributes')?.state === 'text' ? view.text('.gitattributes') : '';
  const isSet = attributes
    .split('\n')
    .some((line) => /^(?:\/|\*\*\/)?omni-refactor\.baseline\s.*\bmerge=union\b/.test(line.trim()));
  return isSet
    ? { ...common, state: 'enforced', found: 'merge=union in .gitattributes', whatToDo: null }
    : {
        ...common,
        state: 'missing',
        found: 'no merge=union',
        whatToDo: `Add to .gitattributes: ${BASELINE_FILE} merge=union`,
      };
}
