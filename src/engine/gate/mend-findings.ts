import type { Check } from '../../../analyzers/gate/check.ts';
import { NO_EVIDENCE } from '../../core/evidence.ts';
import type { Finding } from '../../core/finding.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { Receipt, ReceiptDraft } from '../../core/receipt.ts';
import type { View } from '../../workspace/view.ts';
import { applyChangeSets } from '../apply/apply-change-sets.ts';
import type { Lock } from '../state/with-lock.ts';
import { planMends } from './plan-mends.ts';

export interface MendOptions {
  readonly view: View;
  readonly checks: readonly Check[];
  /** Which findings; all where it is absent. */
  readonly isWanted?: (finding: Finding) => boolean;
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

/** Mends what the rules' codemods can fix, in one change set each, written once: one journal, one undo. */
export async function mendFindings(options: MendOptions): Promise<Mended> {
  const { view, checks, isWanted = () => true, lock, receipt, onProgress, signal } = options;
  const { changeSets, after, codemods, mended } = planMends(view, checks, isWanted);
  if (changeSets.length === 0) return { after: view, mended: 0, receipt: null };
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
  return { after, mended, receipt: written };
}
