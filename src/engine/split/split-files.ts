import type { CodemodResult } from '../../../codemods/define-codemod.ts';
import { updateNotes } from '../../../codemods/workspace/update-notes/index.ts';
import { type ChangeSet, changedPaths, isEmptyChangeSet } from '../../core/change-set.ts';
import { by } from '../../core/compare.ts';
import { type Diagnostic, type Evidence, mergeEvidence, type Rung } from '../../core/evidence.ts';
import { hashOf } from '../../core/hash.ts';
import type { Plan } from '../../core/plan.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { ReceiptDraft } from '../../core/receipt.ts';
import type { View } from '../../workspace/view.ts';
import { applyChangeSets } from '../apply/apply-change-sets.ts';
import type { Stage } from '../prove/prover.ts';
import type { Lock } from '../state/with-lock.ts';
import { followBudget, withoutBudget } from './follow-budget.ts';
import { followNames } from './follow-names.ts';
import { type FileTask, type Job, jobsOf } from './jobs.ts';
import { checked } from './make-change-set.ts';
import { isProven, proveChange, provenPaths, proversOf, requireRungs } from './prove-change.ts';
import { openGround, type ProvingGround } from './proving-ground.ts';
import { splitBatch } from './split-batch.ts';
import { type LeftOut, NO_EVIDENCE, type SplitResult } from './split-result.ts';

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
  const made = makeAll(request, jobs);
  if (made.status === 'ended') return made.result;
  const result = await proveAndWrite(request, followBudget(request.view, made.changeSets), made.notes, jobs, write);
  return { ...result, leftOut: made.leftOut };
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

type Made =
  | {
      readonly status: 'changed';
      readonly changeSets: readonly ChangeSet[];
      readonly notes: readonly string[];
      readonly leftOut: readonly LeftOut[];
    }
  | { readonly status: 'ended'; readonly result: SplitResult };

/** Runs the codemod of each job on top of the ones before it. What is refused is left out where others go on. */
function makeAll(request: SplitRequest, jobs: readonly Job[]): Made {
  const { view, notes } = request;
  const { changeSets, said, leftOut, at } = compose(view, jobs);
  const end = (outcome: 'refused' | 'unchanged', refusals: SplitResult['refusals']): Made => ({
    status: 'ended',
    result: { ...nothing(request, jobs), outcome, refusals, leftOut: jobs.length > 1 ? leftOut : [], notes: said },
  });
  if (changeSets.length === 0) {
    const refusals = leftOut.flatMap((one) => one.refusals);
    return leftOut.length > 0 ? end('refused', refusals) : end('unchanged', []);
  }
  const map = notes ? updateNotes.run(at, {}) : null;
  if (map?.status === 'refused') return end('refused', map.refusals);
  if (map && !isEmptyChangeSet(map.changeSet)) changeSets.push(map.changeSet);
  const names = followNames(view, at, changeSets);
  said.push(...names.notes);
  if (names.changeSet) changeSets.push(names.changeSet);
  return { status: 'changed', changeSets, notes: said, leftOut };
}

interface Composed {
  readonly changeSets: ChangeSet[];
  readonly said: string[];
  readonly leftOut: LeftOut[];
  readonly at: View;
}

function compose(view: View, jobs: readonly Job[]): Composed {
  const changeSets: ChangeSet[] = [];
  const said: string[] = [];
  const leftOut: LeftOut[] = [];
  let at = view;
  for (const job of jobs) {
    const made: CodemodResult = at.file(job.path) ? job.run(at) : gone(job);
    if (made.status === 'refused') {
      leftOut.push(refusedJob(job, made.refusals));
      continue;
    }
    said.push(...made.notes);
    if (isEmptyChangeSet(made.changeSet)) continue;
    changeSets.push(made.changeSet);
    at = at.overlay(made.changeSet);
  }
  return { changeSets, said, leftOut, at };
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

const refusedJob = ({ path }: Job, refusals: LeftOut['refusals']): LeftOut => ({
  path,
  outcome: 'refused',
  why: refusals.map(({ hazard, why }) => `${hazard}: ${why}`).join('; '),
  refusals,
});

/** A plan for a file that another plan of the run was to make. */
const gone = ({ path }: Job): CodemodResult => ({
  status: 'refused',
  refusals: [
    {
      hazard: 'P2',
      path,
      start: 0,
      end: 0,
      why: 'the file is not there: what was to make it was left out',
      whatToDo: 'Split the file that it comes from first.',
    },
  ],
});

const plansOf = (jobs: readonly Job[]): Plan[] => jobs.flatMap(({ plan }) => plan ?? []);

const overlayAll = (view: View, changeSets: readonly ChangeSet[]): View =>
  changeSets.reduce((at, changeSet) => at.overlay(changeSet), view);

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

/** Hands the diagnostics to the codemods; null when there is nothing to refine or they change nothing. */
function refineAll(
  view: View,
  jobs: readonly Job[],
  changeSets: readonly ChangeSet[],
  evidence: Evidence,
): { changeSets: ChangeSet[]; notes: string[] } | null {
  if (evidence.diagnostics.length === 0) return null;
  const refined: ChangeSet[] = [];
  const notes: string[] = [];
  let changed = false;
  let at = view;
  const code = withoutBudget(changeSets);
  for (const [i, changeSet] of code.entries()) {
    const path = changeSet.base[0]!.path;
    const refine = jobs.find((job) => job.path === path)?.refine;
    const heard = heardBy(evidence.diagnostics, code.slice(i + 1));
    const result = refine ? checked(at, refine(at, changeSet, heard)) : null;
    const next = result?.status === 'changed' ? result.changeSet : changeSet;
    if (result?.status === 'changed') notes.push(...result.notes);
    changed ||= hashOf(JSON.stringify(next)) !== hashOf(JSON.stringify(changeSet));
    refined.push(next);
    at = at.overlay(next);
  }
  return changed ? { changeSets: followBudget(view, refined), notes } : null;
}

/** Diagnostics as a change set may read them: in a file that a later one writes again, the places are that one's. */
function heardBy(diagnostics: readonly Diagnostic[], later: readonly ChangeSet[]): readonly Diagnostic[] {
  const theirs = new Set(later.flatMap(changedPaths));
  return diagnostics.map((one) => (theirs.has(one.path) ? { ...one, path: '', suggestions: [] } : one));
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
