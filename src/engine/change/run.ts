import type { ChangeSet } from '../../core/change-set.ts';
import { type Diagnostic, type Evidence, NO_EVIDENCE, type Outcome, type Rung } from '../../core/evidence.ts';
import type { Plan } from '../../core/plan.ts';
import type { Receipt } from '../../core/receipt.ts';
import type { Refusal } from '../../core/refusal.ts';
import { type Claim, type Decision, NO_DECISION } from '../../core/verdict.ts';
import type { View } from '../../workspace/view.ts';
import { changesBetween } from '../verdict/changes-between.ts';
import { claimPaths } from '../verdict/claim-paths.ts';
import { overlayAll } from './compose.ts';
import { type Job, jobsOf } from './jobs.ts';
import type { LeftOut } from './left-out.ts';
import type { SplitRequest } from './split-request.ts';

/**
 * A split on its way from the request to the receipt. Each step (compose, prove, refine, write) takes one and returns the next; none changes
 * the one that it was given.
 */
export interface Run {
  readonly request: SplitRequest;
  readonly jobs: readonly Job[];
  /** Those of the jobs. */
  readonly plans: readonly Plan[];
  /** What the run would change, in the order in which it composes; none: there is nothing to prove. */
  readonly changeSets: readonly ChangeSet[];
  /** The workspace with all change sets. */
  readonly after: View;
  /** What has to cover each path that differs. */
  readonly claims: readonly Claim[];
  /** What can be shown of it: where no rung covers a path no proof can come of it, and what the path holds must not take part in a build. */
  readonly rungs: readonly Rung[];
  readonly notes: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** Why there are no change sets. */
  readonly refusals: readonly Refusal[];
  /** What compilers have called unused so far: their places are those of earlier change sets. */
  readonly unused: readonly Diagnostic[];
  readonly evidence: Evidence;
  readonly decision: Decision;
  readonly outcome: Outcome | 'unchanged';
  /** Null until it is written. */
  readonly receipt: Receipt | null;
}

/** A run of which nothing has been done. Throws RefactorError `unknown-codemod`. */
export const beginRun = (request: SplitRequest): Run => ({
  request,
  jobs: jobsOf(request.plans, request.tasks ?? [], request.notes),
  plans: request.plans,
  changeSets: [],
  after: request.view,
  claims: [],
  rungs: request.asked,
  notes: [],
  leftOut: [],
  refusals: [],
  unused: [],
  evidence: NO_EVIDENCE,
  decision: NO_DECISION,
  outcome: 'unchanged',
  receipt: null,
});

/** The run with other change sets, of which nothing is known yet. */
export function withChangeSets(run: Run, changeSets: readonly ChangeSet[]): Run {
  const after = overlayAll(run.request.view, changeSets);
  const claims = claimsOf(run.request.view, after);
  const isCovered = claims.every(({ by }) => by !== 'nothing');
  const rungs = isCovered ? run.request.asked : run.request.asked.filter((rung) => rung === 'S');
  return { ...run, changeSets, after, claims, rungs, evidence: NO_EVIDENCE, decision: NO_DECISION };
}

/** What a change of code makes beside sources, it edits: a document or list that it creates has come with it from elsewhere. */
const claimsOf = (before: View, after: View): Claim[] =>
  claimPaths(before, after, changesBetween(before, after)).map((claim) =>
    claim.kind === 'added' && claim.by === 'inert'
      ? { ...claim, by: 'nothing', why: 'a change of code creates no such file' }
      : claim,
  );
