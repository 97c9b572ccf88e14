import { changedPaths } from '../../core/change-set.ts';
import type { Proof } from '../../core/evidence.ts';
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
        why: whyOf(failed.evidence.proofs),
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
function staticallyFailing({ changeSets, evidence }: SplitResult): LeftOut[] {
  const failed = evidence.proofs.filter(({ rung, verdict }) => rung === 'S' && verdict === 'failed');
  return changeSets.flatMap((set): LeftOut[] => {
    const changed = new Set(changedPaths(set));
    const own = failed.filter(({ path }) => changed.has(path));
    const path = set.base[0]?.path;
    return own.length > 0 && path !== undefined ? [{ path, outcome: 'not-proven', why: whyOf(own), refusals: [] }] : [];
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

function whyOf(proofs: readonly Proof[]): string {
  const failed = proofs.filter(({ verdict }) => verdict === 'failed');
  const [shown] = failed.length > 0 ? failed : proofs.filter(({ verdict }) => verdict !== 'proven');
  return shown ? `${shown.rung} ${shown.path}: ${shown.why}` : 'no rung could be shown';
}
