import { by } from '../../core/compare.ts';
import { NO_DECISION } from '../../core/verdict.ts';
import { compose } from '../change/compose.ts';
import { type Job, jobsOf, plansOf } from '../change/jobs.ts';
import { proveAndWrite } from './prove-and-write.ts';
import { splitBatch } from './split-batch.ts';
import type { SplitRequest } from './split-request.ts';
import { NO_EVIDENCE, type SplitResult } from './split-result.ts';

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

const nothing = ({ view, asked }: SplitRequest, jobs: readonly Job[]) => ({
  plans: plansOf(jobs),
  changeSets: [],
  before: view,
  after: view,
  asked,
  evidence: NO_EVIDENCE,
  decision: NO_DECISION,
  receipt: null,
});
