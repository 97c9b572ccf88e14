import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { composition } from '../composition/index.ts';
import { readBaseline } from './baseline.ts';
import { budgetState, type Case } from './budget-state.ts';
import { type BudgetResult, resultOf } from './check-budget.ts';
import { keyOfEntity } from './entity.ts';
import { ceilingsOf, type Entities, findEntities } from './find-entities.ts';
import { ownerFinder } from './find-owner.ts';
import { judge } from './judge.ts';
import { judgeSlack } from './judge-slack.ts';
import { entryOf } from './next-baseline.ts';
import { type Planning, predictMends } from './predict-mends.ts';

export interface AffectedResult extends BudgetResult {
  readonly compared: {
    /** The commit of the merge base. */
    readonly base: string;
    /** What is over a ceiling and no worse than there. */
    readonly unchanged: number;
  };
}

/**
 * What a branch made worse: each file, function and module over its ceiling against the same one at the merge base, whatever the baseline
 * says; exceptions count as they stand now. Slack counts where the branch left it.
 * @param before the workspace at the merge base, with its own configuration
 */
export function checkAffected(view: View, before: View, base: string, planning: Planning): AffectedResult {
  const entities = findEntities(view, composition.run(view));
  const old = findEntities(before, composition.run(before));
  const cases = casesAgainst(view, entities, old);
  const since = `at the merge base ${base.slice(0, 10)}`;
  const grown = judge(view, cases, ownerFinder(view), since).filter(({ severity }) => severity === 'error');
  const slackBefore = new Set(slackOf(before, old).map(({ fingerprint }) => fingerprint));
  const slack = slackOf(view, entities).filter(({ fingerprint }) => !slackBefore.has(fingerprint));
  return {
    ...resultOf(view, entities, [...predictMends(view, grown, planning), ...slack]),
    compared: { base, unchanged: cases.length - grown.length },
  };
}

/** Of what is over its ceiling now: the value of then is allowed, under an exception too. */
function casesAgainst(view: View, entities: Entities, old: Entities): Case[] {
  const ceilings = ceilingsOf(view);
  const excepted = new Set(
    view.config.budget.exceptions.map(({ rule, path, symbol }) =>
      keyOfEntity({ rule, name: symbol === null ? path : `${path}#${symbol}` }),
    ),
  );
  const entries = old.all
    .filter(({ rule, value }) => value > (ceilings[rule] ?? Number.POSITIVE_INFINITY))
    .map((entity) => entryOf(entity, excepted.has(keyOfEntity(entity))));
  return budgetState(view, entities, entries).cases.map((each) =>
    each.entry && each.how === 'named' ? { ...each, allowed: Math.max(each.allowed, each.entry.value) } : each,
  );
}

const slackOf = (view: View, entities: Entities): Finding[] =>
  judgeSlack(view, budgetState(view, entities, readBaseline(view)));
