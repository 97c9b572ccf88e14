import type { Codemod, CodemodResult } from '../../../codemods/define-codemod.ts';
import type { SplitOptions } from '../../../codemods/split-options.ts';
import { RefactorError } from '../../core/errors.ts';
import type { Plan } from '../../core/plan.ts';
import { validateChangeSet } from '../../core/validate-change-set.ts';
import type { View } from '../../workspace/view.ts';
import { LANGUAGES } from '../languages.ts';
import { brokenBase } from '../plan/broken-base.ts';

/** The codemod that a plan names. Throws RefactorError `unknown-codemod`. */
export function splitCodemodOf(plan: Plan): Codemod<SplitOptions> {
  const codemods = LANGUAGES.map(({ split }) => split);
  const codemod = codemods.find(({ id }) => id === plan.codemod);
  if (codemod) return codemod;
  throw new RefactorError({
    code: 'unknown-codemod',
    what: `The plan asks for the codemod ${plan.codemod}`,
    why: `this version has only ${codemods.map(({ id }) => id).join(', ')}`,
    whatToDo: 'Make the plan again with `omni-refactor plan`.',
  });
}

/** Runs the plan's codemod. A change set that breaks the contract is a defect of the codemod and throws. */
export function makeChangeSet(view: View, options: SplitOptions): CodemodResult {
  const codemod = splitCodemodOf(options.plan);
  const broken = options.plan.modules.length === 0 ? null : brokenBase(view, options.path);
  return broken ? { status: 'refused', refusals: [broken] } : checked(view, codemod.run(view, options));
}

/** A result whose change set holds to the contract: valid, and no created or edited file with more syntax errors than its sources had. */
export function checked(view: View, result: CodemodResult): CodemodResult {
  if (result.status === 'refused') return result;
  const [problem] = validateChangeSet(result.changeSet, view);
  if (problem) throw problem;
  const after = view.overlay(result.changeSet);
  const allowed = result.changeSet.base.reduce((sum, { path }) => sum + errorsIn(view, path), 0);
  const paths = [...result.changeSet.edit.map(({ path }) => path), ...result.changeSet.create.map(({ path }) => path)];
  for (const path of paths) {
    if (after.file(path)?.grammar && errorsIn(after, path) > allowed) throw broken(path);
  }
  return result;
}

const errorsIn = (view: View, path: string): number => (view.file(path)?.grammar ? view.syntax(path).errors.length : 0);

const broken = (path: string): RefactorError =>
  new RefactorError({
    code: 'broken-output',
    what: `The change would leave ${path} with a syntax error`,
    why: 'the codemod wrote text that does not parse',
    whatToDo: 'Nothing was written. Please report it, with the file if you may.',
  });
