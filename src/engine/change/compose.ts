import type { CodemodResult } from '../../../codemods/define-codemod.ts';
import { updateNotes } from '../../../codemods/workspace/update-notes/index.ts';
import { type ChangeSet, isEmptyChangeSet } from '../../core/change-set.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { View } from '../../workspace/view.ts';
import { followBudget } from './follow-budget.ts';
import { followNames } from './follow-names.ts';
import type { Job } from './jobs.ts';
import type { LeftOut } from './left-out.ts';

/** All that a run would change, each change set on top of those before it. */
export interface Composed {
  readonly changeSets: readonly ChangeSet[];
  /** The workspace with all of them; the one that was given where there are none. */
  readonly after: View;
  /** What the codemods report about their choices, and the places that name a divided file. */
  readonly notes: readonly string[];
  /** Jobs that the others go on without. */
  readonly leftOut: readonly LeftOut[];
  /** Why nothing was made: those of all jobs, or of the module maps. */
  readonly refusals: readonly Refusal[];
}

/**
 * The one place that makes a run's change sets: the codemods in the order of the jobs, then module maps, lists that name a divided file, and the
 * budget. A split, its dry run, the screen's survey and its preview show the same because they all call this.
 * @param maps bring the module maps in Markdown up to date too
 */
export function compose(view: View, jobs: readonly Job[], maps: boolean): Composed {
  const { changeSets, codemodNotes, leftOut, at } = runJobs(view, jobs);
  const ended = (refusals: readonly Refusal[]): Composed => ({
    changeSets: [],
    after: view,
    notes: codemodNotes,
    leftOut: new Set(jobs.map(({ path }) => path)).size > 1 ? leftOut : [],
    refusals,
  });
  if (changeSets.length === 0) return ended(leftOut.flatMap(({ refusals }) => refusals));
  const map = maps ? updateNotes.run(at, {}) : null;
  if (map?.status === 'refused') return ended(map.refusals);
  if (map && !isEmptyChangeSet(map.changeSet)) changeSets.push(map.changeSet);
  const names = followNames(view, at, changeSets);
  if (names.changeSet) changeSets.push(names.changeSet);
  const all = followBudget(view, changeSets);
  return {
    changeSets: all,
    after: overlayAll(view, all),
    notes: [...codemodNotes, ...names.notes],
    leftOut,
    refusals: [],
  };
}

export const overlayAll = (view: View, changeSets: readonly ChangeSet[]): View =>
  changeSets.reduce((current, changeSet) => current.overlay(changeSet), view);

interface Ran {
  readonly changeSets: ChangeSet[];
  readonly codemodNotes: string[];
  readonly leftOut: LeftOut[];
  readonly at: View;
}

/**
 * Runs each job on top of the ones before it. What is refused is left out where others go on; jobs of one file are steps of one change, of which
 * all are made or none: a join without the plan that was to follow it is not what was asked for.
 */
function runJobs(view: View, jobs: readonly Job[]): Ran {
  const changeSets: ChangeSet[] = [];
  const codemodNotes: string[] = [];
  const leftOut: LeftOut[] = [];
  let latest = view;
  for (const job of jobs) {
    const made: CodemodResult = latest.file(job.path) ? job.run(latest) : gone(job.path);
    if (made.status === 'refused') {
      const others = jobs.filter(({ path }) => path !== job.path);
      const isOneOfSeveral = jobs.some((one) => one !== job && one.path === job.path);
      if (isOneOfSeveral) {
        const rest = runJobs(view, others);
        return { ...rest, leftOut: [refused(job.path, made.refusals), ...rest.leftOut] };
      }
      leftOut.push(refused(job.path, made.refusals));
      continue;
    }
    codemodNotes.push(...made.notes);
    if (isEmptyChangeSet(made.changeSet)) continue;
    changeSets.push(made.changeSet);
    latest = latest.overlay(made.changeSet);
  }
  return { changeSets, codemodNotes, leftOut, at: latest };
}

const refused = (path: string, refusals: LeftOut['refusals']): LeftOut => ({
  path,
  outcome: 'refused',
  why: refusals.map(({ hazard, why }) => `${hazard}: ${why}`).join('; '),
  refusals,
});

/** A plan for a file that another plan of the run was to make. */
const gone = (path: string): CodemodResult => ({
  status: 'refused',
  refusals: [
    {
      hazard: 'P2',
      path,
      start: 0,
      end: 0,
      why: 'the file does not exist: what was to create it was left out',
      whatToDo: 'Split the file that it is made from first.',
    },
  ],
});
