import { changedPaths } from '../../core/change-set.ts';
import type { Decision } from '../../core/verdict.ts';
import type { Job } from '../change/jobs.ts';
import type { LeftOut } from '../change/left-out.ts';
import type { SplitResult } from './split-result.ts';

/** Proves jobs together; writes them only where that is asked for, and only if all are proven. */
type Try = (jobs: readonly Job[], write: boolean) => Promise<SplitResult>;

/**
 * Jobs that cannot be proven together lose, one by one, the first that fails on top of those before it; it is found by halving the prefix.
 * What is left is proven as a whole and written. The baseline is that of one view, and is built once.
 */
export async function splitBatch(jobs: readonly Job[], attempt: Try): Promise<SplitResult> {
  const leftOut: LeftOut[] = [];
  let rest = jobs;
  const first = await attempt(rest, true);
  let result = first;
  while (result.outcome === 'not-proven' && rest.length > 0) {
    rest = rest.filter(({ path }) => !result.leftOut.some((one) => one.path === path));
    leftOut.push(...result.leftOut);
    const failing = staticallyFailing(result);
    if (failing.length === 0) {
      const { index, failed } = await firstFailing(rest, result, attempt);
      failing.push({
        path: rest[index]!.path,
        outcome: 'not-proven',
        why: whyOf(failed.decision),
        refusals: [],
      });
    }
    leftOut.push(...failing);
    rest = rest.filter(({ path }) => !failing.some((one) => one.path === path));
    if (rest.length > 0) result = await attempt(rest, true);
  }
  const found = [...leftOut, ...(rest.length === 0 ? [] : result.leftOut)];
  // Nothing could be kept: what the whole run showed says more than its last remainder, a plan for a file that nothing makes any more.
  const nothingKept = rest.length === 0 || result.outcome === 'refused';
  return { ...(nothingKept ? first : result), leftOut: found };
}

/** Each change set has a static proof of its own: those that fail it need not be searched for. */
function staticallyFailing({ changeSets, decision }: SplitResult): LeftOut[] {
  const failed = decision.gaps.filter((gap) => gap.kind === 'failed' && gap.proof.rung === 'S');
  return changeSets.flatMap((set): LeftOut[] => {
    const changed = new Set(changedPaths(set));
    const own = failed.filter((gap) => gap.kind === 'failed' && changed.has(gap.proof.path));
    const path = set.base[0]?.path;
    return own.length > 0 && path !== undefined
      ? [{ path, outcome: 'not-proven', why: whyOf({ ...decision, gaps: own }), refusals: [] }]
      : [];
  });
}

/** @param whole how all of them fail together */
async function firstFailing(
  jobs: readonly Job[],
  whole: SplitResult,
  attempt: Try,
): Promise<{ readonly index: number; readonly failed: SplitResult }> {
  let proven = 0;
  let failing = jobs.length;
  let failed = whole;
  while (failing - proven > 1) {
    const middle = (proven + failing) >>> 1;
    const result = await attempt(jobs.slice(0, middle), false);
    if (result.outcome === 'not-proven') {
      failing = middle;
      failed = result;
    } else proven = middle;
  }
  return { index: failing - 1, failed };
}

/** The first thing that stands in the way of a proof. */
function whyOf({ gaps, claims }: Decision): string {
  const failed = gaps.flatMap((gap) => (gap.kind === 'failed' ? [gap.proof] : []))[0];
  if (failed) return `${failed.rung} ${failed.path}: ${failed.why}`;
  const bare = claims.find(({ by }) => by === 'nothing');
  if (bare) return `no rung covers ${bare.path}: ${bare.why}`;
  const [gap] = gaps;
  if (gap?.kind === 'unshown') return `${gap.rung} ${gap.path}: ${gap.why}`;
  return gap?.kind === 'uncompiled'
    ? `${gap.unit.rung} ${gap.unit.path}: nothing compiled ${gap.unit.unit}`
    : 'no rung could be shown';
}
