import type { Check } from '../../../analyzers/gate/check.ts';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { MENDING_CODEMODS } from '../../../codemods/mending.ts';
import { type ChangeSet, isEmptyChangeSet } from '../../core/change-set.ts';
import type { Finding } from '../../core/finding.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { View } from '../../workspace/view.ts';
import { checked } from '../change/make-change-set.ts';

/** What the rules' codemods make of some findings, before anything is written. */
export interface PlannedMends {
  /** Each on top of the ones before it. */
  readonly changeSets: readonly ChangeSet[];
  readonly after: View;
  /** Ids of the codemods that change something. */
  readonly codemods: readonly string[];
  /** Findings that are gone then; never negative. */
  readonly mended: number;
  /** Why a codemod changes nothing. */
  readonly refusals: readonly Refusal[];
}

/**
 * The change sets that mend findings.
 * @param isWanted which of the findings
 */
export function planMends(view: View, checks: readonly Check[], isWanted: (finding: Finding) => boolean): PlannedMends {
  const { findings } = runChecks(view, checks);
  const mendOf = new Map(checks.flatMap(({ rules }) => rules.map(({ id, mend }) => [id, mend] as const)));
  const changeSets: ChangeSet[] = [];
  const codemods: string[] = [];
  const refusals: Refusal[] = [];
  let after = view;
  for (const codemod of MENDING_CODEMODS) {
    const fixable = findings.filter((finding) => mendOf.get(finding.rule) === codemod.id && isWanted(finding));
    if (fixable.length === 0) continue;
    const places = fixable.map(({ rule, place, symbol }) => ({ rule, path: place.path, symbol: symbol ?? null }));
    const made = checked(after, codemod.run(after, { places }));
    if (made.status === 'refused') refusals.push(...made.refusals);
    if (made.status === 'refused' || isEmptyChangeSet(made.changeSet)) continue;
    changeSets.push(made.changeSet);
    codemods.push(codemod.id);
    after = after.overlay(made.changeSet);
  }
  const left = changeSets.length === 0 ? findings : runChecks(after, checks).findings;
  return { changeSets, after, codemods, mended: Math.max(0, findings.length - left.length), refusals };
}
