import { by } from '../../core/compare.ts';
import { beginRun, type Run } from '../change/run.ts';
import type { SplitRequest } from '../change/split-request.ts';
import { subjectOf } from '../prove/answers/subject-of.ts';
import { splitBatch } from './split-batch.ts';
import type { SplitResult } from './split-result.ts';
import { takeRun } from './take-run.ts';

/**
 * Plans in, proven and written files out; or nothing written, and why. Change sets compose in path order through the overlay and are proven
 * together. Of several files that cannot be proven together, those that fail are found and named, and the rest goes on without them.
 */
export async function splitFiles(request: SplitRequest): Promise<SplitResult> {
  const whole = beginRun(announcingOnce(request));
  const isBatch = new Set(whole.jobs.map(({ path }) => path)).size > 1;
  const result = resultOf(isBatch ? await splitBatch(whole, takeRun) : await takeRun(whole, 'write'));
  const unplanned = request.unplanned ?? [];
  const refusals = unplanned.flatMap((one) => one.refusals);
  // Nothing could be planned at all: that is a refusal, not a run without work.
  if (whole.jobs.length === 0 && refusals.length > 0)
    return { ...result, outcome: 'refused', refusals, leftOut: unplanned };
  return { ...result, leftOut: [...unplanned, ...result.leftOut].sort(by(({ path }) => path)) };
}

/** Proves a share of the same run's programs for other machines, and writes nothing. What nothing can be made of is none of it. */
export async function proveShare(request: SplitRequest & Required<Pick<SplitRequest, 'answers'>>): Promise<void> {
  const run = await takeRun(beginRun(announcingOnce(request)), 'try');
  if (run.changeSets.length === 0) request.answers.about(subjectOf(request.view, request.view));
}

/** However often the run is taken anew, what it executes is announced once. */
function announcingOnce(request: SplitRequest): SplitRequest {
  let isAnnounced = false;
  const onAnnounce: SplitRequest['onAnnounce'] = (lines) => {
    if (!isAnnounced) request.onAnnounce(lines);
    isAnnounced = true;
  };
  return { ...request, onAnnounce };
}

const resultOf = ({ request, ...run }: Run): SplitResult => ({
  outcome: run.outcome,
  plans: run.plans,
  refusals: run.refusals,
  leftOut: run.leftOut,
  notes: run.notes,
  changeSets: run.changeSets,
  before: request.view,
  after: run.after,
  asked: request.asked,
  evidence: run.evidence,
  decision: run.decision,
  receipt: run.receipt,
});
