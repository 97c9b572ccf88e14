import { BUDGET_RULES } from '../../src/config/config.ts';
import { byText } from '../../src/core/compare.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import type { Composition } from '../composition/composition.ts';
import { readBaseline } from './baseline.ts';
import { budgetState } from './budget-state.ts';
import { type Entities, findEntities, type Unjudged } from './find-entities.ts';
import { ownerFinder } from './find-owner.ts';
import { judge } from './judge.ts';
import { judgeSlack } from './judge-slack.ts';
import { type Planning, predictMends } from './predict-mends.ts';

export interface BudgetResult {
  /** Sorted by path, then line. */
  readonly findings: readonly Finding[];
  /** What each rule looked at; a limit of null means that it is off. */
  readonly rules: readonly { readonly id: string; readonly limit: number | null; readonly checked: number }[];
  /** Files that could not be judged: neither passed nor failed. */
  readonly unknown: readonly Unjudged[];
}

/**
 * Holds every file, function and module against the ceilings, the exceptions and the baseline of the workspace.
 * @param planning names the splits that would fix the longest files; null: findings alone
 * Throws RefactorError `baseline-invalid`.
 */
export function checkBudget(view: View, composition: Composition, planning: Planning | null = null): BudgetResult {
  const entities = findEntities(view, composition);
  const state = budgetState(view, entities, readBaseline(view));
  const grown = judge(view, state.cases, ownerFinder(view));
  const mends = planning === null ? grown : predictMends(view, grown, planning);
  return resultOf(view, entities, [...mends, ...judgeSlack(view, state)]);
}

/** The findings in their order, with what was looked at. */
export function resultOf(view: View, entities: Entities, findings: readonly Finding[]): BudgetResult {
  const { fileLines, functionCognitive, moduleLines } = view.config.budget;
  const limits = { 'file-lines': fileLines, 'function-cognitive': functionCognitive, 'module-lines': moduleLines };
  const rules = BUDGET_RULES.map((id) => ({
    id,
    limit: limits[id],
    checked: limits[id] === null ? 0 : entities.all.filter(({ rule }) => rule === id).length,
  }));
  return {
    findings: [...findings].sort(inOrder),
    rules,
    unknown: rules.every(({ limit }) => limit === null) ? [] : unjudged(entities),
  };
}

/** All that was not read, or not all of it, by path. */
const unjudged = ({ failed, partial }: Entities): Unjudged[] =>
  [...failed, ...partial].sort((a, b) => byText(a.path, b.path));

const inOrder = (a: Finding, b: Finding): number =>
  byText(a.place.path, b.place.path) || (a.place.line ?? 0) - (b.place.line ?? 0) || byText(a.rule, b.rule);
