import type { Check } from '../../../analyzers/gate/check.ts';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { MENDING_CODEMODS } from '../../../codemods/index.ts';
import { type ChangeSet, isEmptyChangeSet } from '../../core/change-set.ts';
import { NO_EVIDENCE } from '../../core/evidence.ts';
import type { Finding } from '../../core/finding.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { Receipt, ReceiptDraft } from '../../core/receipt.ts';
import type { View } from '../../workspace/view.ts';
import { applyChangeSets } from '../apply/apply-change-sets.ts';
import { checked } from '../change/make-change-set.ts';
import type { Lock } from '../state/with-lock.ts';

export interface MendOptions {
  readonly view: View;
  readonly checks: readonly Check[];
  readonly lock: Lock;
  readonly receipt: Pick<ReceiptDraft, 'tool' | 'appliedAt' | 'command'>;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

export interface Mended {
  /** The workspace as it is now. */
  readonly after: View;
  /** Findings that are gone. */
  readonly mended: number;
  /** Null where there was nothing to write. */
  readonly receipt: Receipt | null;
}

/** Mends what the rules' codemods can mend, in one change set each, written once: one journal, one undo. */
export async function mendFindings(options: MendOptions): Promise<Mended> {
  const { view, checks, lock, receipt, onProgress, signal } = options;
  const { findings } = runChecks(view, checks);
  const { changeSets, after, codemods } = mendsOf(view, checks, findings);
  if (changeSets.length === 0) return { after: view, mended: 0, receipt: null };
  const left = runChecks(after, checks).findings;
  const draft: ReceiptDraft = {
    ...receipt,
    codemods,
    outcome: 'not-asked',
    asked: [],
    evidence: NO_EVIDENCE,
    plans: [],
    stage: null,
    inPlace: false,
  };
  const written = await applyChangeSets({ lock, changeSets, receipt: draft, onProgress, signal });
  return { after, mended: Math.max(0, findings.length - left.length), receipt: written };
}

/** The change sets that mend findings, each on top of the ones before it. */
function mendsOf(
  view: View,
  checks: readonly Check[],
  findings: readonly Finding[],
): { readonly changeSets: ChangeSet[]; readonly after: View; readonly codemods: string[] } {
  const mendOf = new Map(checks.flatMap(({ rules }) => rules.map(({ id, mend }) => [id, mend] as const)));
  const changeSets: ChangeSet[] = [];
  const codemods: string[] = [];
  let after = view;
  for (const codemod of MENDING_CODEMODS) {
    const own = findings.filter(({ rule }) => mendOf.get(rule) === codemod.id);
    if (own.length === 0) continue;
    const places = own.map(({ rule, place, symbol }) => ({ rule, path: place.path, symbol: symbol ?? null }));
    const made = checked(after, codemod.run(after, { places }));
    if (made.status === 'refused' || isEmptyChangeSet(made.changeSet)) continue;
    changeSets.push(made.changeSet);
    codemods.push(codemod.id);
    after = after.overlay(made.changeSet);
  }
  return { changeSets, after, codemods };
}
