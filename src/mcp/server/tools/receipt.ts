import { z } from 'zod';
import { defineTool, READS } from '../tool.ts';

export const RECEIPT = z
  .string()
  .regex(/^\d{1,9}-\w{1,64}$/)
  .describe('The id of a receipt, such as 0001-068e3ee9.');

export const receiptTool = defineTool({
  name: 'receipt',
  title: 'What an apply did',
  description: 'Shows what an apply did, with its evidence and files.',
  report: 'receipt',
  annotations: READS,
  input: { id: RECEIPT.optional().describe('Default: the newest.') },
  work: ({ id }, { run }) => run(['receipt', ...(id === undefined ? [] : ['--', id])]),
});
