import type { ChangeSet } from '../../core/change-set.ts';
import { type Evidence, NOTHING_ACCEPTED } from '../../core/evidence.ts';
import type { View } from '../../workspace/view.ts';
import type { Run } from '../change/run.ts';
import { provenPaths } from '../verdict/claim-paths.ts';
import { decide } from '../verdict/decide.ts';
import { announceProof } from './announce-proof.ts';
import { proversOf, requireRungs } from './prove-change.ts';
import { proveSteps, type Step } from './prove-steps.ts';
import type { Stage } from './prover.ts';

/** Says what will be executed. Throws RefactorError `rung-not-built` (exit 3) where a language's prover lacks a rung that is asked for. */
export async function announceRun({ request, claims, after }: Run): Promise<void> {
  const { view: before, asked: rungs, testCommand, lock } = request;
  const paths = provenPaths(claims);
  const provers = await proversOf(after, paths);
  requireRungs(provers, rungs);
  request.onAnnounce(announceProof(provers, lock?.state ?? null, { before, rungs, testCommand }, paths));
}

/**
 * The second step: evidence, and what it decides.
 * @param stage null where nothing is executed
 */
export async function proveRun(run: Run, stage: Stage | null): Promise<Run> {
  const { asked, accepts = NOTHING_ACCEPTED } = run.request;
  const evidence = await evidenceOf(run, stage);
  const decision = decide(run.claims, evidence, asked, accepts);
  return { ...run, evidence, decision, outcome: decision.outcome };
}

/** The change sets of a run, each on top of those before it. */
function evidenceOf({ request, after, changeSets, rungs: asked }: Run, stage: Stage | null): Promise<Evidence> {
  const { view: before, accepts = NOTHING_ACCEPTED, testCommand, onProgress, signal } = request;
  const whole = { before, after, asked, accepts, testCommand, stage, onProgress, signal };
  return proveSteps(stepsOf(before, changeSets), whole);
}

function stepsOf(view: View, changeSets: readonly ChangeSet[]): Step[] {
  let before = view;
  return changeSets.map((changeSet) => {
    const after = before.overlay(changeSet);
    const step = { before, after, changeSet };
    before = after;
    return step;
  });
}
