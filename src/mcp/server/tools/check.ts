import { z } from 'zod';
import { defineTool, option, READS, REVISION } from '../tool.ts';

export const checkTool = defineTool({
  name: 'check',
  title: 'Run the gate',
  description:
    'Runs the gate that CI runs: ceilings and policies. Each finding says what, why and what to do. Fixes nothing.',
  report: 'findings',
  annotations: READS,
  input: {
    names: z
      .array(z.string().regex(/^[a-z][a-z-]{0,63}$/))
      .max(32)
      .optional()
      .describe('Checks to run, such as budget, boundary, readmes (default: all).'),
    affected: REVISION.optional().describe('Report only what this branch has made worse since it left a revision.'),
  },
  work: ({ names = [], affected }, { run }) => run(['check', ...option('affected', affected), '--', ...names]),
});
