import { z } from 'zod';
import { defineTool, READS } from '../tool.ts';

export const explainTool = defineTool({
  name: 'explain',
  title: 'Explain an id',
  description:
    'Explains a rule of `check`, a hazard of a split such as R25, or an error code: what, why, and what to do. `hazards` and `errors` list all.',
  report: 'explain-id',
  annotations: READS,
  input: {
    id: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/)
      .describe('The id, such as lints-not-inherited, R25 or plan-is-stale.'),
  },
  work: ({ id }, { run }) => run(['explain', '--', id]),
});
