import { BASELINE_FILE, printBaseline } from '../../../analyzers/budget/baseline.ts';
import { budgetState } from '../../../analyzers/budget/budget-state.ts';
import { findEntities } from '../../../analyzers/budget/find-entities.ts';
import { nextEntries } from '../../../analyzers/budget/next-baseline.ts';
import { CHECKS } from '../../../analyzers/checks.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { nextGateEntries, printGateEntry } from '../../../analyzers/gate/gate-baseline.ts';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { judgeLanes } from '../../../analyzers/quality-gates/judge-lanes.ts';
import { appendTo } from '../../../codemods/workspace/scaffold.ts';
import { parseConfig } from '../../config/parse-config.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../core/change-set.ts';
import { RefactorError } from '../../core/errors.ts';
import type { View } from '../../workspace/view.ts';
import { CONFIG_FILE } from '../load-config.ts';

export interface AdoptedBudget {
  /** False where the configuration had ceilings already. */
  readonly configured: boolean;
  readonly ceilings: readonly { readonly rule: string; readonly limit: number }[];
  readonly entries: readonly { readonly rule: string; readonly count: number }[];
  /** Lanes that CI enforces today, and that are declared from now on. */
  readonly lanes: readonly string[];
}

const CEILINGS = `[budget]
file-lines = 500           # physical lines of a file
function-cognitive = 15    # cognitive complexity of a function
module-lines = 1500        # a module with the fragments that it splices by include!
`;

const ATTRIBUTES = '.gitattributes';

/**
 * Begins the gate: ceilings where there are none, the lanes that CI enforces already, and a baseline of all that is not yet true today.
 * Throws RefactorError `baseline-exists`: a second adoption would allow what has grown since.
 */
export function adoptBudget(view: View): { readonly changeSet: ChangeSet; readonly adopted: AdoptedBudget } {
  if (view.file(BASELINE_FILE) !== undefined)
    throw new RefactorError({
      code: 'baseline-exists',
      what: `${BASELINE_FILE} already exists`,
      why: 'adopting it again would allow everything that has grown since',
      whatToDo: 'Run `omni-refactor baseline`, which only lowers it; to begin anew, delete the file first.',
    });
  const { fileLines, functionCognitive, moduleLines } = view.config.budget;
  const configured = fileLines !== null || functionCognitive !== null || moduleLines !== null;
  const lanes = view.config.qualityGates.lanes === null ? enforcedLanes(view) : [];
  const added = [...(configured ? [] : [CEILINGS]), ...(lanes.length === 0 ? [] : [lanesTable(lanes)])].join('\n');
  const config = writeTo(view, CONFIG_FILE, added);
  const after = view.overlay(config);
  const assumed =
    after.file(CONFIG_FILE)?.state === 'text' ? parseConfig(after.text(CONFIG_FILE), CONFIG_FILE) : view.config;
  const believed: View = { ...view, config: assumed };
  const state = budgetState(believed, findEntities(believed, composition.run(believed)), []);
  const entries = nextEntries(state, true);
  const gate = nextGateEntries([], runChecks(believed, CHECKS).findings, true);
  const baseline = writeTo(view, BASELINE_FILE, printBaseline(entries, gate.map(printGateEntry)));
  const rules = Object.entries(state.ceilings).flatMap(([rule, limit]) => (limit === null ? [] : [{ rule, limit }]));
  return {
    changeSet: joined([config, baseline, mergeLine(view)]),
    adopted: {
      configured,
      lanes,
      ceilings: rules,
      entries: [
        ...rules.map(({ rule }) => ({ rule, count: entries.filter((entry) => entry.rule === rule).length })),
        ...[...new Set(gate.map(({ rule }) => rule))].map((rule) => ({
          rule,
          count: gate.filter((entry) => entry.rule === rule).reduce((sum, { count }) => sum + count, 0),
        })),
      ],
    },
  };
}

const enforcedLanes = (view: View): string[] =>
  (judgeLanes(view)?.lanes ?? []).filter(({ verdict }) => verdict === 'enforced').map(({ lane }) => lane);

const lanesTable = (lanes: readonly string[]): string =>
  `# What CI enforces today: what falls behind it is a finding.\n[quality-gates]\nlanes = [${lanes.map((lane) => JSON.stringify(lane)).join(', ')}]\n`;

/** So that two branches never conflict over the baseline. */
function mergeLine(view: View): ChangeSet {
  const text = view.file(ATTRIBUTES)?.state === 'text' ? view.text(ATTRIBUTES) : '';
  return text.includes(BASELINE_FILE) ? EMPTY_CHANGE_SET : writeTo(view, ATTRIBUTES, `${BASELINE_FILE} merge=union\n`);
}

/** Text at the end of a file, or in a new one. */
function writeTo(view: View, path: string, text: string): ChangeSet {
  if (text === '') return EMPTY_CHANGE_SET;
  if (view.file(path)?.state === 'text') return { ...EMPTY_CHANGE_SET, ...appendTo(view, path, text) };
  return { ...EMPTY_CHANGE_SET, create: [{ path, mode: 0o644, parts: [{ text, reason: 'free' }] }] };
}

const joined = (sets: readonly ChangeSet[]): ChangeSet => ({
  ...EMPTY_CHANGE_SET,
  base: sets.flatMap(({ base }) => base),
  edit: sets.flatMap(({ edit }) => edit),
  create: sets.flatMap(({ create }) => create),
});
