import { parseBaseline, printBaseline } from '../../analyzers/budget/baseline.ts';
import { budgetState } from '../../analyzers/budget/budget-state.ts';
import { type Entities, findEntities } from '../../analyzers/budget/find-entities.ts';
import { judge } from '../../analyzers/budget/judge.ts';
import { judgeSlack } from '../../analyzers/budget/judge-slack.ts';
import { nextEntries } from '../../analyzers/budget/next-baseline.ts';
import { composition } from '../../analyzers/composition/index.ts';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import type { View } from '../../src/workspace/view.ts';
import { type Crate, crateView } from './generated-crate.ts';

export const CEILING = { file: 24, fn: 4, module: 40 };
const CONFIG = {
  ...DEFAULT_CONFIG,
  budget: {
    ...DEFAULT_CONFIG.budget,
    fileLines: CEILING.file,
    functionCognitive: CEILING.fn,
    moduleLines: CEILING.module,
  },
};

export interface Tree {
  readonly crate: Crate;
  readonly view: View;
  readonly entities: Entities;
}

export const treeOf = (crate: Crate): Tree => {
  const view = crateView(crate, CONFIG, '');
  return { crate, view, entities: findEntities(view, composition.run(view)) };
};

const stateOf = ({ view, entities }: Tree, baseline: string) =>
  budgetState(view, entities, parseBaseline(baseline, 'baseline'));

export const check = (tree: Tree, baseline: string) => {
  const state = stateOf(tree, baseline);
  const findings = [...judge(tree.view, state.cases, () => null), ...judgeSlack(tree.view, state)];
  return {
    slack: findings.filter(({ rule }) => rule === 'stale-entry').map(({ what }) => what),
    grown: findings
      .filter(({ severity, rule }) => severity === 'error' && rule !== 'stale-entry')
      .map(({ rule, place, symbol }) => `${rule} ${symbol ?? place.path}`)
      .sort(),
  };
};

export const mend = (tree: Tree, baseline: string, adopt = false): string =>
  printBaseline(nextEntries(stateOf(tree, baseline), adopt));

export const valuesOf = (baseline: string): string[] =>
  parseBaseline(baseline, 'baseline').map(({ rule, name, value }) => `${rule} ${name} ${value}`);
