import type { ChangeSet } from '../../core/change-set.ts';
import type { Evidence, Outcome, Rung } from '../../core/evidence.ts';
import type { Plan } from '../../core/plan.ts';
import type { Receipt } from '../../core/receipt.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Decision } from '../../core/verdict.ts';
import type { View } from '../../workspace/view.ts';
import type { LeftOut } from '../change/left-out.ts';

/** What a split of one or several files came to. */
export interface SplitResult {
  readonly outcome: Outcome | 'unchanged';
  readonly plans: readonly Plan[];
  readonly refusals: readonly Refusal[];
  /** Of several files those that the rest went on without, in path order. */
  readonly leftOut: readonly LeftOut[];
  /** What the codemods report about their choices: facade, layout, identity device, and why. */
  readonly notes: readonly string[];
  readonly changeSets: readonly ChangeSet[];
  /** The workspace as it is, and as it would be; equal when refused. */
  readonly before: View;
  readonly after: View;
  readonly asked: readonly Rung[];
  readonly evidence: Evidence;
  /** Which paths changed, what covers each, and what stands between the evidence and a proof. */
  readonly decision: Decision;
  /** Null when nothing was written. */
  readonly receipt: Receipt | null;
}
