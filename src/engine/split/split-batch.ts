import { changedPaths } from '../../core/change-set.ts';
import type { LeftOut } from '../change/left-out.ts';
import type { Run } from '../change/run.ts';
import { firstGap } from '../verdict/first-gap.ts';

/** Proves the jobs of a run together; `write` writes them if all are proven. */
type Take = (run: Run, mode: 'write' | 'try') => Promise<Run>;

/**
 * Jobs that cannot be proven together lose, one by one, the first that fails on top of those before it; it is found by halving the prefix.
 * What is left is proven as a whole and written. The baseline is that of one view, and is built once.
 */
export async function splitBatch(together: Run, take: Take): Promise<Run> {
  const leftOut: LeftOut[] = [];
  let rest = together.jobs;
  const first = await take(together, 'write');
  // Of what is tried with fewer of them no other machine has been asked.
  const whole = alone(together);
  let result = first;
  while (result.outcome === 'not-proven' && rest.length > 0) {
    rest = rest.filter(({ path }) => !result.leftOut.some((one) => one.path === path));
    leftOut.push(...result.leftOut);
    const failing = staticallyFailing(result);
    if (failing.length === 0) {
      const { index, failed } = await firstFailing({ ...whole, jobs: rest }, result, take);
      failing.push({
        path: rest[index]!.path,
        outcome: 'not-proven',
        why: firstGap(failed.decision),
        refusals: [],
      });
    }
    leftOut.push(...failing);
    rest = rest.filter(({ path }) => !failing.some((one) => one.path === path));
    if (rest.length > 0) result = await take({ ...whole, jobs: rest }, 'write');
  }
  const found = [...leftOut, ...(rest.length === 0 ? [] : result.leftOut)];
  // Nothing could be kept: the whole run's result explains more than its last remainder, a plan for a file that nothing makes any more.
  const nothingKept = rest.length === 0 || result.outcome === 'refused';
  return { ...(nothingKept ? first : result), leftOut: found };
}

/** The run by this machine alone. */
function alone(run: Run): Run {
  const { answers: _, ...request } = run.request;
  return { ...run, request };
}

/** Each change set has a static proof of its own: those that fail it need not be searched for. */
function staticallyFailing({ changeSets, decision }: Run): LeftOut[] {
  const failed = decision.gaps.filter((gap) => gap.kind === 'failed' && gap.proof.rung === 'S');
  return changeSets.flatMap((set): LeftOut[] => {
    const changed = new Set(changedPaths(set));
    const ofChange = failed.filter((gap) => gap.kind === 'failed' && changed.has(gap.proof.path));
    const path = set.base[0]?.path;
    return ofChange.length > 0 && path !== undefined
      ? [{ path, outcome: 'not-proven', why: firstGap({ ...decision, gaps: ofChange }), refusals: [] }]
      : [];
  });
}

/** @param together how the jobs of the run fail together */
async function firstFailing(
  run: Run,
  together: Run,
  take: Take,
): Promise<{ readonly index: number; readonly failed: Run }> {
  let proven = 0;
  let failing = run.jobs.length;
  let failed = together;
  while (failing - proven > 1) {
    const middle = (proven + failing) >>> 1;
    const result = await take({ ...run, jobs: run.jobs.slice(0, middle) }, 'try');
    if (result.outcome === 'not-proven') {
      failing = middle;
      failed = result;
    } else proven = middle;
  }
  return { index: failing - 1, failed };
}
