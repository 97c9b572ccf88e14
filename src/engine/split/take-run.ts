import { composeRun } from '../change/compose-run.ts';
import { refineRun } from '../change/refine-run.ts';
import type { Run } from '../change/run.ts';
import { announceRun, proveRun } from '../prove/prove-run.ts';
import { settleRun } from '../prove/settle-run.ts';
import { withGround } from '../stage/with-ground.ts';

const MAX_REFINES = 5;

/**
 * Takes a run from its jobs to its receipt: composes, then proves, lets the codemods refine by what compilers report, and writes once all that
 * was asked for is shown and nothing is left to refine.
 * @param mode `try` only shows whether it would be written
 */
export async function takeRun(begun: Run, mode: 'write' | 'try'): Promise<Run> {
  let run = await composeRun(begun);
  if (run.changeSets.length === 0) return run;
  await announceRun(run);
  run = await settleRun(run, takeRun);
  for (let round = 0; ; round++) {
    const { tried, refined } = await withGround(run, async (ground) => {
      const proven = await proveRun(run, ground.stage);
      const refined = refineRun(proven);
      const isReady = proven.outcome === 'proven' && refined === null && mode === 'write';
      return { tried: isReady ? await ground.write(proven) : proven, refined };
    });
    // What machines prove together has been refined ahead.
    if (refined === null || round === MAX_REFINES || run.request.answers !== undefined) return tried;
    run = refined;
  }
}
