import { SHIPPED } from '../../../codemods/shipped.ts';
import type { Step } from './messages.ts';
import { nativeStep } from './native/native-step.ts';
import type { StepRun } from './step-run.ts';

/** A file codemod of this program. */
export function shippedStep(step: Step): StepRun {
  const codemod = SHIPPED.find(({ id }) => id === step.name);
  if (codemod === undefined) throw new Error('this version has no codemod of that name');
  return nativeStep(step, codemod);
}
