import type { Codemod, CodemodResult } from '../../../codemods/define-codemod.ts';
import { FILE_CODEMODS, JOIN_CODEMODS } from '../../../codemods/index.ts';
import { RefactorError } from '../../core/errors.ts';
import type { Plan } from '../../core/plan.ts';
import type { View } from '../../workspace/view.ts';
import { brokenBase } from '../plan/broken-base.ts';
import { checked, makeChangeSet, splitCodemodOf } from './make-change-set.ts';

/** A file for a codemod that needs no plan. */
export interface FileTask {
  readonly codemod: string;
  readonly path: string;
  /** Of a join: the files that go back to it; none for all. */
  readonly parts?: readonly string[];
}

/** One file's share of a run. */
export interface Job {
  readonly path: string;
  readonly codemod: string;
  readonly plan: Plan | null;
  readonly run: (view: View) => CodemodResult;
  readonly refine: Codemod<never>['refine'];
}

/** The work of a run, in the order in which its change sets compose. Throws RefactorError `unknown-codemod`. */
export const jobsOf = (plans: readonly Plan[], tasks: readonly FileTask[], notes: boolean): Job[] => [
  ...tasks.map(fileJob),
  ...plans.map((plan) => planJob(plan, notes)),
];

function planJob(plan: Plan, notes: boolean): Job {
  const { path } = plan.base[0]!;
  const run = (view: View): CodemodResult => makeChangeSet(view, { path, plan, notes });
  return { path, codemod: plan.codemod, plan, run, refine: splitCodemodOf(plan).refine };
}

function fileJob({ codemod: id, path, parts = [] }: FileTask): Job {
  const codemod = [...FILE_CODEMODS, ...JOIN_CODEMODS].find((one) => one.id === id);
  if (!codemod)
    throw new RefactorError({
      code: 'unknown-codemod',
      what: `There is no codemod ${id} that needs nothing but a file`,
      why: `this version has only ${[...FILE_CODEMODS, ...JOIN_CODEMODS].map((one) => one.id).join(', ')}`,
      whatToDo: 'Name one of these.',
    });
  const run = (view: View): CodemodResult => {
    const broken = brokenBase(view, path);
    return broken ? { status: 'refused', refusals: [broken] } : checked(view, codemod.run(view, { path, parts }));
  };
  return { path, codemod: id, plan: null, run, refine: codemod.refine };
}

export const plansOf = (jobs: readonly Job[]): Plan[] => jobs.flatMap(({ plan }) => plan ?? []);
