import { BASELINE_FILE, printBaseline } from '../../../analyzers/budget/baseline.ts';
import { budgetState } from '../../../analyzers/budget/budget-state.ts';
import { findEntities } from '../../../analyzers/budget/find-entities.ts';
import { nextEntries } from '../../../analyzers/budget/next-baseline.ts';
import { CHECKS } from '../../../analyzers/checks.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { nextGateEntries, printGateEntry } from '../../../analyzers/gate/gate-baseline.ts';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { parseConfig } from '../../config/parse-config.ts';
import { RefactorError } from '../../core/errors.ts';
import type { View } from '../../workspace/view.ts';
import { CONFIG_FILE } from '../load-config.ts';
import { readOutput, writeOutput } from './write-output.ts';

export interface AdoptedBudget {
  /** False where the configuration had ceilings already. */
  readonly configured: boolean;
  readonly ceilings: readonly { readonly rule: string; readonly limit: number }[];
  readonly entries: readonly { readonly rule: string; readonly count: number }[];
}

const CEILINGS = `[budget]
file-lines = 500           # physical lines of a file
function-cognitive = 15    # cognitive complexity of a function
module-lines = 1500        # a module with the fragments that it splices by include!
`;

/**
 * Begins a budget: ceilings where there are none, and a baseline of all that is over them today.
 * Throws RefactorError `baseline-exists`: a second adoption would allow what has grown since.
 */
export function adoptBudget(view: View, root: string): AdoptedBudget {
  if (readOutput(root, BASELINE_FILE) !== null)
    throw new RefactorError({
      code: 'baseline-exists',
      what: `${BASELINE_FILE} is there already`,
      why: 'adopting again would allow all that has grown since',
      whatToDo: 'Run `omni-refactor baseline`, which only lowers it; to begin anew, delete the file first.',
    });
  const text = readOutput(root, CONFIG_FILE) ?? '';
  const { fileLines, functionCognitive, moduleLines } = view.config.budget;
  const configured = fileLines !== null || functionCognitive !== null || moduleLines !== null;
  const config = configured ? text : text === '' ? CEILINGS : `${text.trimEnd()}\n\n${CEILINGS}`;
  const parsed = parseConfig(config, CONFIG_FILE);
  const adopted: View = { ...view, config: parsed };
  const state = budgetState(adopted, findEntities(adopted, composition.run(adopted)), []);
  const entries = nextEntries(state, true);
  if (!configured) writeOutput(root, CONFIG_FILE, config);
  const gate = nextGateEntries([], runChecks(adopted, CHECKS).findings, true);
  writeOutput(root, BASELINE_FILE, printBaseline(entries, gate.map(printGateEntry)));
  const rules = Object.entries(state.ceilings).flatMap(([rule, limit]) => (limit === null ? [] : [{ rule, limit }]));
  return {
    configured,
    ceilings: rules,
    entries: [
      ...rules.map(({ rule }) => ({ rule, count: entries.filter((entry) => entry.rule === rule).length })),
      ...[...new Set(gate.map(({ rule }) => rule))].map((rule) => ({
        rule,
        count: gate.filter((entry) => entry.rule === rule).reduce((sum, { count }) => sum + count, 0),
      })),
    ],
  };
}
