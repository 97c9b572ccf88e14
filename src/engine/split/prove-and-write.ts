import type { ChangeSet } from '../../core/change-set.ts';
import { type Diagnostic, type Evidence, NOTHING_ACCEPTED, UNUSED_BEFORE } from '../../core/evidence.ts';
import type { ReceiptDraft } from '../../core/receipt.ts';
import type { Claim, Decision } from '../../core/verdict.ts';
import type { View } from '../../workspace/view.ts';
import { applyChangeSets } from '../apply/apply-change-sets.ts';
import { overlayAll } from '../change/compose.ts';
import { type Job, plansOf } from '../change/jobs.ts';
import { refineAll } from '../change/refine.ts';
import { announceProof } from '../prove/announce-proof.ts';
import { changesBetween } from '../verdict/changes-between.ts';
import { claimPaths, provenPaths } from '../verdict/claim-paths.ts';
import { decide } from '../verdict/decide.ts';
import { proveAll } from './prove-all.ts';
import { proversOf, requireRungs } from './prove-change.ts';
import { openGround, type ProvingGround } from './proving-ground.ts';
import type { SplitRequest } from './split-request.ts';
import { NO_EVIDENCE, type SplitResult } from './split-result.ts';

const MAX_REFINES = 5;

/** Proves change sets, lets the codemods refine them by what the compiler says, and writes them once all that was asked for is shown. */
export async function proveAndWrite(
  request: SplitRequest,
  made: readonly ChangeSet[],
  said: readonly string[],
  jobs: readonly Job[] = [],
  write = true,
): Promise<SplitResult> {
  const { asked, view, testCommand } = request;
  const first = overlayAll(view, made);
  const paths = provenPaths(claimsOf(view, first));
  const provers = await proversOf(first, paths);
  requireRungs(provers, asked);
  const root = request.lock?.state.root ?? null;
  request.onAnnounce(announceProof(provers, root, { before: view, rungs: asked, testCommand }, paths));
  let attempt: Attempt = { changeSets: made, notes: said, unused: [] };
  for (let round = 0; ; round++) {
    const ended = await tryOnce(request, jobs, attempt, write);
    const refined =
      round < MAX_REFINES && ended.receipt === null
        ? refineAll(request.view, jobs, attempt.changeSets, withUnused(ended.evidence, attempt.unused))
        : null;
    if (refined === null) return ended;
    attempt = {
      changeSets: refined.changeSets,
      notes: [...attempt.notes, ...refined.notes],
      unused: [...attempt.unused, ...ended.evidence.diagnostics.filter(({ code }) => code === 'unused_imports')],
    };
  }
}

interface Attempt {
  readonly changeSets: readonly ChangeSet[];
  readonly notes: readonly string[];
  /** What compilers have called unused so far: their places are those of earlier attempts. */
  readonly unused: readonly Diagnostic[];
}

/** Evidence beside what was called unused before: a codemod that is asked for such an import again knows of it. */
const withUnused = (evidence: Evidence, unused: readonly Diagnostic[]): Evidence => ({
  ...evidence,
  diagnostics:
    evidence.diagnostics.length === 0
      ? []
      : [...evidence.diagnostics, ...unused.map((one) => ({ ...one, code: UNUSED_BEFORE, start: 0, end: 0 }))],
});

/** One proof; written at once if it shows all that was asked for and nothing is left to refine. */
async function tryOnce(
  request: SplitRequest,
  jobs: readonly Job[],
  { changeSets, notes }: Pick<Attempt, 'changeSets' | 'notes'>,
  write: boolean,
): Promise<SplitResult> {
  const { asked, view: before, lock, inPlace, accepts = NOTHING_ACCEPTED, commit, onProgress, signal } = request;
  const after = overlayAll(before, changeSets);
  const claims = claimsOf(before, after);
  // Where nobody speaks for a path no proof can come of it, and what the path holds must not take part in a build.
  const shown = claims.some(({ by }) => by === 'nothing') ? asked.filter((rung) => rung === 'S') : asked;
  const executing = shown.some((rung) => rung !== 'S');
  const draft = draftOf(request, { jobs, notes, evidence: NO_EVIDENCE, decision: null, ground: null });
  const common = { changeSets, commit, onProgress, signal };
  const ground = lock && executing ? await openGround({ ...common, lock, view: before, inPlace, draft }) : null;
  try {
    const evidence = await proveAll({ ...request, asked: shown }, after, changeSets, ground?.stage ?? null);
    const decision = decide(claims, evidence, asked, accepts);
    const result: SplitResult = {
      outcome: decision.outcome,
      plans: plansOf(jobs),
      refusals: [],
      leftOut: [],
      notes,
      changeSets,
      before,
      after,
      asked,
      evidence,
      decision,
      receipt: null,
    };
    if (decision.outcome !== 'proven' || lock === null || !write) return result;
    if (refineAll(before, jobs, changeSets, evidence) !== null) return result;
    const receipt = draftOf(request, { jobs, notes, evidence, decision, ground });
    return {
      ...result,
      receipt: ground ? await ground.keep(receipt) : await applyChangeSets({ ...common, lock, receipt }),
    };
  } finally {
    await ground?.close();
  }
}

/** What a change of code makes beside sources, it edits: a document or list that it creates has come with it from elsewhere. */
const claimsOf = (before: View, after: View): Claim[] =>
  claimPaths(before, after, changesBetween(before, after)).map((claim) =>
    claim.kind === 'added' && claim.by === 'inert'
      ? { ...claim, by: 'nothing', why: 'a change of code creates no such file' }
      : claim,
  );

interface Drafted {
  readonly jobs: readonly Job[];
  readonly notes: readonly string[];
  readonly evidence: Evidence;
  readonly decision: Decision | null;
  readonly ground: Pick<ProvingGround, 'listing' | 'inPlace'> | null;
}

const draftOf = (request: SplitRequest, { jobs, notes, evidence, decision, ground }: Drafted): ReceiptDraft => ({
  ...request.receipt,
  codemods: [...new Set(jobs.map(({ codemod }) => codemod))],
  outcome: 'proven',
  asked: request.asked,
  evidence,
  claims: decision?.claims ?? [],
  accepted: decision?.accepted ?? [],
  plans: plansOf(jobs),
  stage: ground?.listing ?? null,
  inPlace: ground?.inPlace ?? request.inPlace,
  notes,
});
