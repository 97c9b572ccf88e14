import { NO_LIMITS } from '../../core/program-limits.ts';
import type { ReceiptDraft } from '../../core/receipt.ts';
import { applyChangeSets } from '../apply/apply-change-sets.ts';
import type { Run } from '../change/run.ts';
import type { Stage } from '../prove/prover.ts';
import { openGround, type ProvingGround } from './proving-ground.ts';

/** What the steps of a run are given of the place where its programs run. */
export interface Ground {
  /** Null where nothing is to be executed. */
  readonly stage: Stage | null;
  /** The last step: the change stands in the tree, with its receipt. A dry run writes nothing. */
  readonly write: (run: Run) => Promise<Run>;
}

/** Opens the place where the run's programs may run, and closes it whatever comes of it: what was shown there and not written is taken back. */
export async function withGround<Result>(run: Run, use: (ground: Ground) => Promise<Result>): Promise<Result> {
  const ground = await groundOf(run);
  const { limits = NO_LIMITS, answers } = run.request;
  const stage = ground && { ...ground.stage, limits, ...(answers === undefined ? {} : { answers }) };
  try {
    return await use({ stage, write: (proven) => writeRun(proven, ground) });
  } finally {
    await ground?.close();
  }
}

async function groundOf(run: Run): Promise<ProvingGround | null> {
  const { lock, view, inPlace, commit, onProgress, signal } = run.request;
  if (lock === null || run.rungs.every((rung) => rung === 'S')) return null;
  const common = { changeSets: run.changeSets, commit, onProgress, signal };
  return openGround({ ...common, lock, view, inPlace, draft: draftOf(run, null) });
}

async function writeRun(run: Run, ground: ProvingGround | null): Promise<Run> {
  const { lock, commit, onProgress, signal } = run.request;
  if (lock === null) return run;
  const draft = draftOf(run, ground);
  const options = { lock, changeSets: run.changeSets, receipt: draft, commit, onProgress, signal };
  return { ...run, receipt: ground ? await ground.keep(draft) : await applyChangeSets(options) };
}

const draftOf = (
  { request, jobs, plans, evidence, decision, notes }: Run,
  ground: Pick<ProvingGround, 'listing' | 'inPlace'> | null,
): ReceiptDraft => ({
  ...request.receipt,
  codemods: [...new Set(jobs.map(({ codemod }) => codemod))],
  outcome: 'proven',
  asked: request.asked,
  evidence,
  claims: decision.claims,
  accepted: decision.accepted,
  plans,
  stage: ground?.listing ?? null,
  inPlace: ground?.inPlace ?? request.inPlace,
  notes,
});
