import { compose } from './compose.ts';
import { plansOf } from './jobs.ts';
import { refuseIgnored } from './refuse-ignored.ts';
import { type Run, withChangeSets } from './run.ts';

/** The first step: all change sets of the jobs, or why there are none. Those that were made before are taken as they are. */
export async function composeRun(run: Run): Promise<Run> {
  const { view, notes: maps, made: given } = run.request;
  if (given) return withChangeSets(run, given);
  const { changeSets, notes, leftOut, refusals } = compose(view, run.jobs, maps);
  const outcome = refusals.length > 0 ? 'refused' : 'unchanged';
  const made = withChangeSets(run, changeSets);
  return refuseIgnored({ ...made, plans: plansOf(run.jobs), outcome, notes, leftOut, refusals });
}
