import type { ChangeSet } from '../../core/change-set.ts';
import { type Evidence, isAccepted, mergeEvidence } from '../../core/evidence.ts';
import type { View } from '../../workspace/view.ts';
import { changesBetween } from '../verdict/changes-between.ts';
import { claimPaths, provenPaths } from '../verdict/claim-paths.ts';
import { type ProveOptions, proveChange } from './prove-change.ts';

/** One of several changes that lead from a state to another. */
export interface Step {
  readonly before: View;
  readonly after: View;
  /** Null where nobody says how it was made. */
  readonly changeSet: ChangeSet | null;
}

/**
 * Each step has its own static proof; what is executed looks at the whole, from the first state to the last. One step alone brings its
 * provenance to all rungs. States between are never built: what is proven of both sides of them holds whatever they are.
 */
export async function proveSteps(
  steps: readonly Step[],
  whole: Omit<ProveOptions, 'changeSet' | 'paths'>,
): Promise<Evidence> {
  const { before, after, asked, accepts } = whole;
  const open = steps
    .map((step) => ({ ...step, paths: sourcePaths(step.before, step.after) }))
    .filter(({ paths }) => paths.length > 0);
  const paths = sourcePaths(before, after);
  if (open.length === 1) return proveChange({ ...whole, changeSet: open[0]!.changeSet, paths });
  const parts: Evidence[] = [];
  for (const step of open)
    parts.push(await proveChange({ ...whole, ...step, end: after, asked: asked.filter((rung) => rung === 'S') }));
  const failed = parts.some(({ proofs }) =>
    proofs.some((proof) => proof.verdict === 'failed' && !isAccepted(proof, accepts)),
  );
  const rest = asked.filter((rung) => rung !== 'S');
  if (!failed && rest.length > 0) parts.push(await proveChange({ ...whole, changeSet: null, paths, asked: rest }));
  return mergeEvidence(parts);
}

const sourcePaths = (before: View, after: View): string[] =>
  provenPaths(claimPaths(before, after, changesBetween(before, after)));
