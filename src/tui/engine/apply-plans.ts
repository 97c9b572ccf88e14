import { notWorth } from '../../../analyzers/modules/predict/not-worth.ts';
import { changedPaths } from '../../core/change-set.ts';
import type { Rung } from '../../core/evidence.ts';
import { countLines } from '../../core/lines.ts';
import type { Plan } from '../../core/plan.ts';
import type { OnProgress } from '../../core/progress.ts';
import { clearPending } from '../../engine/apply/pending-commit.ts';
import { compose } from '../../engine/change/compose.ts';
import { jobsOf } from '../../engine/change/jobs.ts';
import { proversOf } from '../../engine/prove/prove-change.ts';
import { commitSplit, requireCommitted } from '../../engine/split/commit-split.ts';
import type { WrittenSplit } from '../../engine/split/commit-written.ts';
import { splitFiles } from '../../engine/split/split-files.ts';
import { stateFolderOf } from '../../engine/state/state-folder.ts';
import { withLock } from '../../engine/state/with-lock.ts';
import { changesBetween } from '../../engine/verdict/changes-between.ts';
import { claimPaths, provenPaths } from '../../engine/verdict/claim-paths.ts';
import { tryGit } from '../../git/run-git.ts';
import { commitMessage } from '../../report/receipt/commit-message.ts';
import { renderSplit } from '../../report/split/terminal.ts';
import type { View } from '../../workspace/view.ts';
import { refusalView } from './make-preview.ts';
import type { Applied, ApplyFlags, EngineEvent, Survey } from './messages.ts';
import { branchOf, type Scanned } from './rank-workspace.ts';
import type { SessionOptions } from './session-options.ts';

const inPathOrder = (plans: readonly Plan[]): Plan[] =>
  [...plans].sort((a, b) => (a.base[0]!.path < b.base[0]!.path ? -1 : 1));

/** What the apply screen has to say before anything happens; executes nothing but git. */
export async function surveyPlans(
  { view, repository }: Scanned,
  plans: readonly Plan[],
  evidence: readonly Rung[],
  signal: AbortSignal,
): Promise<Survey> {
  const { after, changeSets, notes, leftOut, refusals } = compose(view, jobsOf(inPathOrder(plans), [], false), false);
  const paths = new Set(
    changeSets.flatMap((set) => [
      ...changedPaths(set),
      ...set.move.map(({ from }) => from),
      ...set.delete.map((gone) => gone.path),
    ]),
  );
  const refused = refusals.length > 0 ? refusals : leftOut.flatMap((one) => one.refusals);
  const proven = provenPaths(claimPaths(view, after, changesBetween(view, after)));
  const announce = (await proversOf(after, proven)).flatMap((prover) =>
    prover.announce({ before: view, rungs: evidence, testCommand: null }, proven),
  );
  const size = (side: View, path: string): number | null =>
    side.file(path)?.state === 'text' ? countLines(side.text(path)) : null;
  return {
    ...(await gitState(repository, signal)),
    announce,
    files: [...paths].sort().map((path) => ({ path, before: size(view, path), after: size(after, path) })),
    refusals: refused
      .map((each) => refusalView(view, each))
      .map(({ hazard, place, why }) => `${hazard} ${place}: ${why}`),
    notWorth: plans.flatMap((plan) => idle(view, plan)),
    notes,
  };
}

function idle(view: View, plan: Plan): string[] {
  const { path } = plan.base[0]!;
  const why = view.file(path)?.state === 'text' ? notWorth(plan, countLines(view.text(path))) : null;
  return why === null ? [] : [`${path}: ${why}`];
}

/** The branch, and the files that differ from the last commit; null outside git. */
export const gitState = async (
  repository: Scanned['repository'],
  signal: AbortSignal,
): Promise<Pick<Survey, 'branch' | 'dirty'>> => ({
  branch: repository ? await branchOf(repository, signal) : null,
  dirty: repository ? await dirtyFiles(repository.root, signal) : null,
});

async function dirtyFiles(root: string, signal: AbortSignal): Promise<string[]> {
  const status = await tryGit(['status', '--porcelain', '-z', '--no-renames'], { cwd: root, signal });
  return status.stdout
    .toString('utf8')
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => entry.slice(3));
}

export interface ApplyRequest {
  readonly plans: readonly Plan[];
  readonly evidence: readonly Rung[];
  readonly flags: ApplyFlags;
  readonly command: readonly string[];
  readonly appliedAt: string;
}

/** Proves the plans and writes them once, as the command line does; gives what was written too, so that it can be committed later. */
export async function applyPlans(
  options: SessionOptions,
  { view, root }: Scanned,
  request: ApplyRequest,
  emit: (event: EngineEvent) => void,
  signal: AbortSignal,
): Promise<{ readonly applied: Applied; readonly split: WrittenSplit | null }> {
  const onProgress: OnProgress = (event) => emit({ type: 'progress', event });
  const state = await stateFolderOf(root, options.env);
  const plans = inPathOrder(request.plans);
  const paths = plans.map(({ base }) => base[0]!.path);
  const subject = { verb: 'Split', paths };
  const repository = request.flags.commit ? await requireCommitted(root, paths, signal) : null;
  const { result, commits } = await withLock({ state, onProgress, signal }, async (lock) => {
    const made = await splitFiles({
      view,
      plans,
      notes: request.flags.notes,
      asked: request.evidence,
      testCommand: null,
      inPlace: request.flags.inPlace,
      lock,
      commit: repository ? { subject, parent: repository.head! } : undefined,
      onAnnounce: (lines) => emit({ type: 'announce', lines }),
      receipt: { tool: options.tool, appliedAt: request.appliedAt, command: request.command },
      onProgress,
      signal,
    });
    if (!repository || !made.receipt) return { result: made, commits: [] };
    const message = commitMessage(subject, made.receipt);
    const ids = await commitSplit(repository, made.before, made.changeSets, message, signal);
    await clearPending(lock.state, made.receipt.id);
    return { result: made, commits: ids };
  });
  const { receipt, changeSets } = result;
  const applied = {
    outcome: result.outcome,
    evidence: result.evidence,
    decision: result.decision,
    receipt: receipt?.id ?? null,
    commits,
    report: renderSplit(result, false).trimEnd().split('\n'),
  };
  return { applied, split: receipt && { id: receipt.id, subject, changeSets } };
}
