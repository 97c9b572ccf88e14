import { compose } from './compose.ts';
import { plansOf } from './jobs.ts';
import { type Run, withChangeSets } from './run.ts';

/** The first step: all change sets of the jobs, or why there are none. Those that were made before are taken as they are. */
export function composeRun(run: Run): Run {
  const { view, notes: maps, made } = run.request;
  if (made) return withChangeSets(run, made);
  const { changeSets, notes, leftOut, refusals } = compose(view, run.jobs, maps);
  const outcome = refusals.length > 0 ? 'refused' : 'unchanged';
  return { ...withChangeSets(run, changeSets), plans: plansOf(run.jobs), outcome, notes, leftOut, refusals };
}
