import type { Step } from './messages.ts';
import { isFileCodemod } from './native/is-file-codemod.ts';
import { nativeStep } from './native/native-step.ts';
import { loadModule, transformOf } from './shift/load-transform.ts';
import { shiftStep } from './shift/shift-step.ts';
import type { StepRun } from './step-run.ts';

/** A module that somebody typed: a file codemod, by the object that it exports, or a transform of jscodeshift. Executes it. */
export async function moduleStep(step: Step): Promise<StepRun> {
  const module = await loadModule(step.path);
  const exported = module.default ?? module;
  return isFileCodemod(exported) ? nativeStep(step, exported) : shiftStep(step, transformOf(module));
}
