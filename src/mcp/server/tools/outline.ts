import { z } from 'zod';
import { defineTool, FILE, flag, READS } from '../tool.ts';

export const outlineTool = defineTool({
  name: 'outline',
  title: 'Units of a file',
  description:
    'Lists the units of a Rust, Python, JavaScript or TypeScript file with stable ids: what each defines and uses, and the hazards of a split.',
  report: 'outline',
  annotations: READS,
  input: { path: FILE, metrics: z.boolean().optional().describe('Add sizes and complexity of classes and functions.') },
  work: ({ path, metrics }, { run, file }) => run(['outline', ...flag('metrics', metrics), '--', file(path)]),
});
