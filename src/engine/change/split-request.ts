import type { ChangeSet } from '../../core/change-set.ts';
import type { Accepts, Rung } from '../../core/evidence.ts';
import type { Plan } from '../../core/plan.ts';
import type { ProgramLimits } from '../../core/program-limits.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { ReceiptDraft } from '../../core/receipt.ts';
import type { View } from '../../workspace/view.ts';
import type { ApplyOptions } from '../apply/apply-change-sets.ts';
import type { Answers } from '../prove/answers/answers.ts';
import type { Lock } from '../state/with-lock.ts';
import type { FileTask } from './jobs.ts';
import type { LeftOut } from './left-out.ts';

export interface SplitRequest {
  readonly view: View;
  readonly plans: readonly Plan[];
  /** Files for codemods that need no plan. */
  readonly tasks?: readonly FileTask[];
  /** Change sets that were made before, in place of plans and tasks. */
  readonly made?: readonly ChangeSet[];
  /** Files of the run that no work could be made for: reported with those that fail. */
  readonly unplanned?: readonly LeftOut[];
  readonly notes: boolean;
  readonly asked: readonly Rung[];
  /** Differences that are no failure for this run; absent: none. */
  readonly accepts?: Accepts;
  readonly testCommand: readonly string[] | null;
  /** Of the programs of the proof; absent: none. */
  readonly limits?: ProgramLimits;
  /** Of several machines that prove together; absent: this one proves alone. */
  readonly answers?: Answers;
  /** Prove in the tree itself, for what cannot be copied. */
  readonly inPlace: boolean;
  /** Commits are to follow once it is written; absent: none. */
  readonly commit?: ApplyOptions['commit'];
  /** Called with what will be executed, before anything is. */
  readonly onAnnounce: (lines: readonly string[]) => void;
  /** Null for a dry run, which executes and writes nothing: only S can be asked for then. */
  readonly lock: Lock | null;
  readonly receipt: Pick<ReceiptDraft, 'tool' | 'appliedAt' | 'command'>;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}
