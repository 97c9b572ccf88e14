import { z } from 'zod';
import type { Problem } from '../../../core/errors.ts';
import { defineTool, EVIDENCE, WRITES } from '../tool.ts';

export const applyTool = defineTool({
  name: 'apply',
  title: 'Prove and write a plan',
  description:
    'Proves a plan of `plan` and writes it in one step: nothing is written unless all evidence that was asked for is shown. Refused where the file has changed since. `outcome` says what was shown; `receipt` is what `undo` takes.',
  report: 'split',
  annotations: WRITES,
  input: {
    planId: z.string().regex(/^plan-[0-9a-f]{12}$/),
    planHash: z.string().regex(/^[0-9a-f]{64}$/),
    evidence: EVIDENCE,
  },
  work: async ({ planId, planHash, evidence }, place) => {
    const rungs = place.evidence(evidence);
    const { text } = place.planOf(planId, planHash);
    const outcome = await place.run(['apply', `--evidence=${rungs}`, '--', '-'], {
      input: text,
      omit: ['changeSets', 'plans', 'diff'],
      writes: true,
    });
    return 'problem' in outcome && outcome.problem.code === 'file-not-found' ? { problem: gone(planId) } : outcome;
  },
});

/** A package takes the place of the file that was divided. */
const gone = (planId: string): Problem => ({
  code: 'plan-is-stale',
  what: `The file of ${planId} is not there any more`,
  why: 'the plan was applied already, or the file was moved since',
  whatToDo: 'Look at the last apply with `receipt`, or make a new plan with `plan`.',
});
