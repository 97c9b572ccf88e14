import { z } from 'zod';
import { defineTool, FILE, flag, option, READS } from '../tool.ts';

export const planTool = defineTool({
  name: 'plan',
  title: 'Propose a split',
  description:
    'Proposes how to divide a file: parts with names, reasons and sizes, what stays and why. Changes nothing. `planId` and `planHash` are what `apply` takes.',
  report: 'plan',
  annotations: READS,
  input: {
    path: FILE,
    maxLines: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .describe("Most lines of a file (default: the budget's ceiling)."),
    layout: z
      .enum(['package', 'sibling'])
      .optional()
      .describe('Python: a folder in place of the file, or files beside it (default: what the project allows).'),
    breakCycles: z.boolean().optional().describe('Python: break reference cycles by importing inside functions.'),
    history: z.boolean().optional().describe('Record which units the same commits changed.'),
  },
  adds: {
    planId: { type: 'string', description: 'For `apply`.' },
    planHash: { type: 'string', description: 'For `apply`: SHA-256 of the plan and of the file that it is for.' },
  },
  work: async ({ path, maxLines, layout, breakCycles, history }, { run, file, keepPlan }) => {
    const words = [
      'plan',
      ...option('limit', maxLines),
      ...option('layout', layout),
      ...flag('break-cycles', breakCycles),
      ...flag('history', history),
      '--',
      file(path),
    ];
    const outcome = await run(words, { keepText: true });
    if ('problem' in outcome) return outcome;
    const { id, hash } = keepPlan(outcome.text ?? '');
    return { ...outcome, adds: { planId: id, planHash: hash } };
  },
});
