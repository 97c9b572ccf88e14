import type { View } from '../../src/workspace/view.ts';
import { readBaseline } from '../budget/baseline.ts';
import { type BudgetState, budgetState, type Case } from '../budget/budget-state.ts';
import { findEntities } from '../budget/find-entities.ts';
import { judgeSlack } from '../budget/judge-slack.ts';
import { anyOwnerFinder } from '../churn/history-owners.ts';
import type { Composition } from '../composition/composition.ts';
import { defineAnalyzer } from '../define-analyzer.ts';
import { DEFAULT_HOTSPOT_OPTIONS } from '../hotspots/hotspot.ts';
import { rankHotspots } from '../hotspots/rank-hotspots.ts';
import { budgetGuardrails } from './budget-guardrails.ts';
import { gateGuardrails } from './gate-guardrails.ts';
import type { Excess, StatusReport } from './guardrail.ts';
import { workspaceGuardrails } from './workspace-guardrails.ts';

/** How far a programme of work has come: what holds, what does not, and who has to bring down what until when. */
export const status = defineAnalyzer<StatusReport, { readonly composition: Composition }>({
  id: 'status',
  title: 'Guardrails, and what is over a ceiling with its owner and day',
  rules: [],
  run(view, { composition }) {
    const state = budgetState(view, findEntities(view, composition), readBaseline(view));
    const over = excesses(view, state, composition);
    return {
      today: view.today,
      guardrails: [
        ...budgetGuardrails(view, state, judgeSlack(view, state)),
        ...workspaceGuardrails(view, over),
        ...gateGuardrails(view),
      ],
      over,
    };
  },
});

function excesses(view: View, { cases }: BudgetState, composition: Composition): Excess[] {
  const { entries } = rankHotspots(view, composition, DEFAULT_HOTSPOT_OPTIONS);
  const rankOf = new Map(entries.map(({ path, rank }) => [path, rank]));
  const ownerOf = anyOwnerFinder(view);
  return cases
    .map((each) => excessOf(each, view.today, ownerOf, rankOf.get(each.entity.place.path) ?? null))
    .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY));
}

function excessOf(
  { entity, exception, allowed, ceiling }: Case,
  today: string,
  ownerOf: (path: string) => string | null,
  rank: number | null,
): Excess {
  const { rule, symbol, place, value } = entity;
  const expired = exception !== null && exception.expires < today;
  const excusedBy = value > allowed || expired ? 'nothing' : exception ? 'exception' : 'baseline';
  return {
    rule,
    path: place.path,
    line: place.line ?? null,
    symbol,
    value,
    ceiling,
    held: excusedBy,
    owner: exception?.owner ?? ownerOf(place.path),
    expires: exception?.expires ?? null,
    expired,
    rank,
  };
}
