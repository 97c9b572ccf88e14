import type { ChangeSet } from '../core/change-set.ts';
import { EXIT, type ExitCode } from '../core/errors.ts';
import type { Rung } from '../core/evidence.ts';
import type { Plan } from '../core/plan.ts';
import { clearPending } from '../engine/apply/pending-commit.ts';
import type { FileTask } from '../engine/change/jobs.ts';
import type { LeftOut } from '../engine/change/left-out.ts';
import type { SplitRequest } from '../engine/change/split-request.ts';
import { recordAnswers } from '../engine/prove/answers/recorded-answers.ts';
import { stepTimes } from '../engine/prove/step-times.ts';
import { commitSplit, requireCommitted } from '../engine/split/commit-split.ts';
import { type Replan, splitOrKeep } from '../engine/split/keep-uncompiled.ts';
import { proveShare } from '../engine/split/split-files.ts';
import type { SplitResult } from '../engine/split/split-result.ts';
import type { Lock } from '../engine/state/with-lock.ts';
import { acceptsOf } from '../engine/verdict/accepts-of.ts';
import { commitMessage } from '../report/receipt/commit-message.ts';
import { sanitizeLines } from '../report/sanitize.ts';
import { renderDiff } from '../report/split/diff.ts';
import { splitJson } from '../report/split/json.ts';
import { shortenDiff } from '../report/split/shorten-diff.ts';
import { renderSplit } from '../report/split/terminal.ts';
import type { View } from '../workspace/view.ts';
import { announce } from './announce.ts';
import { tellCommits } from './commit-message.ts';
import type { Io } from './io.ts';
import { handOver, type ProofShardOptions } from './proof-shard.ts';
import { readVersion } from './read-version.ts';
import type { Shard } from './shard-of.ts';
import { type Progress, showProgress } from './show-progress.ts';
import { askedBy, limitsOf } from './split-options.ts';

/** What `split` and `apply` take alike. */
export interface WriteOptions extends ProofShardOptions {
  readonly root?: string;
  readonly json?: boolean;
  readonly cache: boolean;
  readonly dryRun?: boolean;
  readonly evidence: readonly Rung[];
  readonly test?: readonly string[];
  readonly accept?: readonly string[];
  readonly acceptUncompiled?: readonly string[];
  readonly inPlace?: boolean;
  readonly timeout?: number;
  readonly locked?: boolean;
  readonly offline?: boolean;
  readonly commit?: boolean;
  readonly notes?: boolean;
  readonly fullDiff?: boolean;
  readonly today?: string;
}

/** The work: plans for codemods, files for those that need no plan, or change sets that were made before. */
export type Work =
  | {
      readonly plans: readonly Plan[];
      readonly unplanned?: readonly LeftOut[];
      readonly replan?: Replan;
      readonly verb?: string;
    }
  | {
      readonly tasks: readonly FileTask[];
      readonly plans?: readonly Plan[];
      readonly unplanned?: readonly LeftOut[];
      readonly verb: string;
    }
  | { readonly changeSets: readonly ChangeSet[] };

interface Place {
  readonly view: View;
  readonly root: string;
  /** Without one nothing is executed or written: a dry run. */
  readonly lock: Lock | null;
}

/** Proves and writes, tells what happened, and gives the exit code. */
export async function runSplit(io: Io, place: Place, work: Work, options: WriteOptions): Promise<ExitCode> {
  if (options.proveShard) return proveForOthers(io, place, work, options, options.proveShard);
  const { result, commit } = await proveAndWrite(io, place, work, options);
  if (options.json) io.stdout.write(splitJson(result));
  else {
    if (result.changeSets.length > 0) showDiff(io, result, options.fullDiff === true);
    io.stdout.write(renderSplit(result, place.lock === null));
  }
  await commit();
  if (result.outcome !== 'proven' && result.outcome !== 'unchanged') return EXIT.refused;
  return result.leftOut.some(({ outcome }) => outcome !== 'not-worth') ? EXIT.findings : EXIT.fine;
}

export interface Written {
  readonly result: SplitResult;
  /** Makes the commits that were asked for, says so, and gives their ids, oldest first; none where none were. */
  readonly commit: () => Promise<readonly string[]>;
}

/** Proves and writes, and tells nothing but its progress. */
export async function proveAndWrite(
  io: Io,
  { view, root, lock }: Place,
  work: Work,
  options: WriteOptions,
): Promise<Written> {
  const paths = pathsOf(work);
  const repository = options.commit && lock ? await requireCommitted(root, paths, io.signal) : null;
  const subject = { verb: ('verb' in work ? work.verb : undefined) ?? 'Split', paths };
  const planned = repository ? { subject, parent: repository.head! } : undefined;
  const result = await prove(io, view, work, options, { lock, commit: planned });
  const commit = async (): Promise<readonly string[]> => {
    if (!repository || !lock || !result.receipt) return [];
    const message = commitMessage(subject, result.receipt);
    const commits = await commitSplit(repository, result.before, result.changeSets, message, io.signal);
    tellCommits(io, commits);
    await clearPending(lock.state, result.receipt.id);
    return commits;
  };
  return { result, commit };
}

function showDiff(io: Io, { before, after, changeSets }: SplitResult, full: boolean): void {
  const diff = renderDiff(before, after, changeSets);
  io.stdout.write(`${sanitizeLines(full ? diff : shortenDiff(diff))}\n`);
}

function pathsOf(work: Work): string[] {
  if ('tasks' in work) return work.tasks.flatMap(({ path, parts = [] }) => [path, ...parts]);
  if ('plans' in work) return work.plans.map(({ base }) => base[0]!.path);
  return work.changeSets.flatMap(({ base }) => base.map(({ path }) => path));
}

async function prove(
  io: Io,
  view: View,
  work: Work,
  options: WriteOptions,
  { lock, commit }: Pick<SplitRequest, 'lock' | 'commit'>,
): Promise<SplitResult> {
  const { request, progress } = requestOf(io, view, work, options, lock);
  const answers = io.answers === undefined ? {} : { answers: io.answers };
  const replan = 'replan' in work ? (work.replan ?? null) : null;
  try {
    const result = await splitOrKeep({ ...request, commit, ...answers }, replan);
    if (result.outcome === 'proven') progress.ended();
    return result;
  } finally {
    progress.clear();
  }
}

/** Proves a share for other machines, and hands over what its programs said. */
async function proveForOthers(
  io: Io,
  { view, lock }: Place,
  work: Work,
  options: WriteOptions,
  part: Shard,
): Promise<ExitCode> {
  const answers = recordAnswers(part);
  const { request, progress } = requestOf(io, view, work, options, lock);
  try {
    await proveShare({ ...request, answers });
  } finally {
    progress.clear();
  }
  return handOver(io, options, part, answers);
}

function requestOf(
  io: Io,
  view: View,
  work: Work,
  options: WriteOptions,
  lock: Lock | null,
): { readonly request: SplitRequest; readonly progress: Progress } {
  const asked = lock === null ? (['S'] as const) : askedBy(options.evidence, options.test);
  const times = lock && options.cache ? stepTimes(io.env, lock.state.root, [...asked, ...pathsOf(work)]) : null;
  const progress = showProgress(io, times);
  const request: SplitRequest = {
    view,
    plans: 'plans' in work ? (work.plans ?? []) : [],
    tasks: 'tasks' in work ? work.tasks : [],
    ...('changeSets' in work ? { made: work.changeSets } : {}),
    unplanned: 'unplanned' in work ? (work.unplanned ?? []) : [],
    notes: options.notes === true,
    asked,
    accepts: acceptsOf(options.accept ?? [], options.acceptUncompiled ?? []),
    testCommand: options.test ?? null,
    inPlace: options.inPlace === true,
    limits: limitsOf(options),
    lock,
    onAnnounce: (lines) => announce(io, lines, options.inPlace ? 'in the workspace itself' : 'in a staging copy'),
    receipt: { tool: `omni-refactor ${readVersion()}`, appliedAt: io.now(), command: ['omni-refactor', ...io.argv] },
    onProgress: progress.onProgress,
    signal: io.signal,
  };
  return { request, progress };
}
