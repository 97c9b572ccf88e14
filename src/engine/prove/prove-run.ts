import type { ChangeSet } from '../../core/change-set.ts';
import { type Evidence, isAccepted, mergeEvidence, NOTHING_ACCEPTED } from '../../core/evidence.ts';
import type { View } from '../../workspace/view.ts';
import type { Run } from '../change/run.ts';
import { changesBetween } from '../verdict/changes-between.ts';
import { claimPaths, provenPaths } from '../verdict/claim-paths.ts';
import { decide } from '../verdict/decide.ts';
import { announceProof } from './announce-proof.ts';
import { proveChange, proversOf, requireRungs } from './prove-change.ts';
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

/** A single change set brings its provenance; of several composed ones each has its own static proof, and they share the rest. */
async function evidenceOf(run: Run, stage: Stage | null): Promise<Evidence> {
  const { view: before, accepts = NOTHING_ACCEPTED, testCommand, onProgress, signal } = run.request;
  const { after, changeSets, rungs: asked } = run;
  const common = { testCommand, accepts, stage, onProgress, signal };
  const paths = sourcePaths(before, after);
  const steps = stepsOf(before, changeSets).filter((step) => step.paths.length > 0);
  if (steps.length === 1)
    return proveChange({ ...common, before, after, changeSet: steps[0]!.changeSet, paths, asked });
  const parts: Evidence[] = [];
  const only = asked.filter((rung) => rung === 'S');
  for (const step of steps) parts.push(await proveChange({ ...common, ...step, asked: only }));
  const failed = parts.some(({ proofs }) =>
    proofs.some((proof) => proof.verdict === 'failed' && !isAccepted(proof, accepts)),
  );
  const rest = asked.filter((rung) => rung !== 'S');
  if (!failed && rest.length > 0)
    parts.push(await proveChange({ ...common, before, after, changeSet: null, paths, asked: rest }));
  return mergeEvidence(parts);
}

interface Step {
  readonly before: View;
  readonly after: View;
  readonly changeSet: ChangeSet;
  /** Sources that this change set changes. */
  readonly paths: readonly string[];
}

function stepsOf(view: View, changeSets: readonly ChangeSet[]): Step[] {
  let before = view;
  return changeSets.map((changeSet) => {
    const after = before.overlay(changeSet);
    const step = { before, after, changeSet, paths: sourcePaths(before, after) };
    before = after;
    return step;
  });
}

const sourcePaths = (before: View, after: View): string[] =>
  provenPaths(claimPaths(before, after, changesBetween(before, after)));
