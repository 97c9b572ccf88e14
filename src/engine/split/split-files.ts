import type { ChangeSet } from '../../core/change-set.ts';
import { by } from '../../core/compare.ts';
import { type Evidence, mergeEvidence, type Rung } from '../../core/evidence.ts';
import type { Plan } from '../../core/plan.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { ReceiptDraft } from '../../core/receipt.ts';
import type { View } from '../../workspace/view.ts';
import { applyChangeSets } from '../apply/apply-change-sets.ts';
import { compose, overlayAll } from '../change/compose.ts';
import { type FileTask, type Job, jobsOf } from '../change/jobs.ts';
import type { LeftOut } from '../change/left-out.ts';
import { refineAll } from '../change/refine.ts';
import type { Stage } from '../prove/prover.ts';
import type { Lock } from '../state/with-lock.ts';
import { isProven, proveChange, provenPaths, proversOf, requireRungs } from './prove-change.ts';
import { openGround, type ProvingGround } from './proving-ground.ts';
import { splitBatch } from './split-batch.ts';
import { NO_EVIDENCE, type SplitResult } from './split-result.ts';

export interface SplitRequest {
  readonly view: View;
  readonly plans: readonly Plan[];
  /** Files for codemods that need no plan. */
  readonly tasks?: readonly FileTask[];
  /** Files of the run that no work could be made for: told with those that fail. */
  readonly unplanned?: readonly LeftOut[];
  readonly notes: boolean;
  readonly asked: readonly Rung[];
  readonly testCommand: readonly string[] | null;
  /** Prove in the tree itself, for what cannot be copied. */
  readonly inPlace: boolean;
  /** Hears what will be executed, before anything is. */
  readonly onAnnounce: (lines: readonly string[]) => void;
  /** Null for a dry run, which executes and writes nothing: only S can be asked for then. */
  readonly lock: Lock | null;
  readonly receipt: Pick<ReceiptDraft, 'tool' | 'appliedAt' | 'command'>;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

const MAX_REFINES = 5;

/**
 * Plans in, proven and written files out; or nothing written, and why. Change sets compose in path order through the overlay and are proven
 * together. Of several files that cannot be proven together, those that fail are found and named, and the rest goes on without them.
 */
export async function splitFiles(request: SplitRequest): Promise<SplitResult> {
  const jobs = jobsOf(request.plans, request.tasks ?? [], request.notes);
  let told = false;
  const onAnnounce: SplitRequest['onAnnounce'] = (lines) => {
    if (!told) request.onAnnounce(lines);
    told = true;
  };
  const once = { ...request, onAnnounce };
  const result =
    jobs.length > 1
      ? await splitBatch(jobs, (some, write) => splitJobs(once, some, write))
      : await splitJobs(once, jobs, true);
  const leftOut = [...(request.unplanned ?? []), ...result.leftOut].sort(by(({ path }) => path));
  return { ...result, leftOut };
}

/** @param write false only shows whether the jobs are proven together */
async function splitJobs(request: SplitRequest, jobs: readonly Job[], write: boolean): Promise<SplitResult> {
  const made = compose(request.view, jobs, request.notes);
  const { leftOut, notes, refusals } = made;
  if (made.changeSets.length === 0) {
    const outcome = refusals.length > 0 ? 'refused' : 'unchanged';
    return { ...nothing(request, jobs), outcome, refusals, leftOut, notes };
  }
  return { ...(await proveAndWrite(request, made.changeSets, notes, jobs, write)), leftOut };
}

/** Proves change sets, lets the codemods refine them by what the compiler says, and writes them once all that was asked for is shown. */
export async function proveAndWrite(
  request: SplitRequest,
  made: readonly ChangeSet[],
  said: readonly string[],
  jobs: readonly Job[] = [],
  write = true,
): Promise<SplitResult> {
  const { asked, view } = request;
  const first = overlayAll(view, made);
  requireRungs(proversOf(first, provenPaths(first, made)), asked);
  request.onAnnounce(announcements(request, first, made));
  let attempt: Attempt = { changeSets: made, notes: said };
  for (let round = 0; ; round++) {
    const ended = await tryOnce(request, jobs, attempt, write);
    const refined =
      round < MAX_REFINES && ended.receipt === null
        ? refineAll(request.view, jobs, attempt.changeSets, ended.evidence)
        : null;
    if (refined === null) return ended;
    attempt = { changeSets: refined.changeSets, notes: [...attempt.notes, ...refined.notes] };
  }
}

interface Attempt {
  readonly changeSets: readonly ChangeSet[];
  readonly notes: readonly string[];
}

/** One proof; written at once if it shows all that was asked for and nothing is left to refine. */
async function tryOnce(
  request: SplitRequest,
  jobs: readonly Job[],
  { changeSets, notes }: Attempt,
  write: boolean,
): Promise<SplitResult> {
  const { asked, view: before, lock, inPlace, onProgress, signal } = request;
  const after = overlayAll(before, changeSets);
  const executing = asked.some((rung) => rung !== 'S');
  const draft = draftOf(request, jobs, notes, NO_EVIDENCE, null);
  const common = { changeSets, onProgress, signal };
  const ground = lock && executing ? await openGround({ ...common, lock, view: before, inPlace, draft }) : null;
  try {
    const evidence = await proveAll(request, after, changeSets, ground?.stage ?? null);
    const outcome = isProven(evidence, asked, provenPaths(after, changeSets)) ? 'proven' : 'not-proven';
    const result: SplitResult = {
      outcome,
      plans: plansOf(jobs),
      refusals: [],
      leftOut: [],
      notes,
      changeSets,
      before,
      after,
      asked,
      evidence,
      receipt: null,
    };
    if (outcome !== 'proven' || lock === null || !write) return result;
    if (refineAll(before, jobs, changeSets, evidence) !== null) return result;
    const receipt = draftOf(request, jobs, notes, evidence, ground);
    return {
      ...result,
      receipt: ground ? await ground.keep(receipt) : await applyChangeSets({ ...common, lock, receipt }),
    };
  } finally {
    await ground?.close();
  }
}

const nothing = ({ view, asked }: SplitRequest, jobs: readonly Job[]) => ({
  plans: plansOf(jobs),
  changeSets: [],
  before: view,
  after: view,
  asked,
  evidence: NO_EVIDENCE,
  receipt: null,
});

const plansOf = (jobs: readonly Job[]): Plan[] => jobs.flatMap(({ plan }) => plan ?? []);

function announcements(
  { view: before, asked: rungs, testCommand }: SplitRequest,
  after: View,
  changeSets: readonly ChangeSet[],
): string[] {
  const paths = provenPaths(after, changeSets);
  return proversOf(after, paths).flatMap((prover) => prover.announce({ before, rungs, testCommand }, paths));
}

/** A single change set brings its provenance; of several composed ones each has its own static proof, and they share the rest. */
async function proveAll(
  request: SplitRequest,
  after: View,
  changeSets: readonly ChangeSet[],
  stage: Stage | null,
): Promise<Evidence> {
  const { view: before, asked, testCommand, onProgress, signal } = request;
  const common = { testCommand, stage, onProgress, signal };
  const [changeSet, ...others] = changeSets.filter((set) => provenPaths(after, [set]).length > 0);
  if (changeSet && others.length === 0) {
    return proveChange({ ...common, before, after, changeSet, paths: provenPaths(after, changeSets), asked });
  }
  const parts: Evidence[] = [];
  let at = before;
  for (const changeSet of changeSets) {
    const next = at.overlay(changeSet);
    parts.push(
      await proveChange({
        ...common,
        before: at,
        after: next,
        changeSet,
        paths: provenPaths(next, [changeSet]),
        asked: asked.filter((rung) => rung === 'S'),
      }),
    );
    at = next;
  }
  const failed = parts.some((part) => part.proofs.some(({ verdict }) => verdict === 'failed'));
  const rest = asked.filter((rung) => rung !== 'S');
  if (!failed && rest.length > 0)
    parts.push(
      await proveChange({
        ...common,
        before,
        after,
        changeSet: null,
        paths: provenPaths(after, changeSets),
        asked: rest,
      }),
    );
  return mergeEvidence(parts);
}

const draftOf = (
  request: SplitRequest,
  jobs: readonly Job[],
  notes: readonly string[],
  evidence: Evidence,
  ground: Pick<ProvingGround, 'listing' | 'inPlace'> | null,
): ReceiptDraft => ({
  ...request.receipt,
  codemods: [...new Set(jobs.map(({ codemod }) => codemod))],
  outcome: 'proven',
  asked: request.asked,
  evidence,
  plans: plansOf(jobs),
  stage: ground?.listing ?? null,
  inPlace: ground?.inPlace ?? request.inPlace,
  notes,
});
