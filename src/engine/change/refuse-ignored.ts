import { changedPaths } from '../../core/change-set.ts';
import { ignoredPaths } from '../../git/ignored-paths.ts';
import type { Run } from './run.ts';

/** A run whose new files a commit would leave out is refused (P4), unless git leaves out what they come from as well. */
export async function refuseIgnored(run: Run): Promise<Run> {
  const { lock, view, signal } = run.request;
  const paths = [...new Set(run.changeSets.flatMap(changedPaths))];
  if (lock === null || paths.length === 0) return run;
  const ignored = await ignoredPaths(lock.state.root, paths, signal);
  const [first] = ignored.filter(({ path }) => !view.file(path));
  if (first === undefined || ignored.some(({ path }) => view.file(path))) return run;
  const source = run.jobs[0]?.path ?? first.path;
  return {
    ...run,
    changeSets: [],
    after: view,
    outcome: 'refused',
    refusals: [
      {
        hazard: 'P4',
        path: source,
        start: 0,
        end: 0,
        why: `git leaves out ${first.path} by the line \`${first.pattern}\` (${first.by}): a commit would not hold it`,
        whatToDo: 'Give the module another name in the plan, or take the line off that list.',
      },
    ],
  };
}
