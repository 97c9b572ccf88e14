import { z } from 'zod';
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
  work: ({ planId, planHash, evidence }, place) => {
    const rungs = place.evidence(evidence);
    const { text } = place.planOf(planId, planHash);
    return place.run(['apply', `--evidence=${rungs}`, '--', '-'], {
      input: text,
      omit: ['changeSets', 'plans', 'diff'],
      writes: true,
    });
  },
});
