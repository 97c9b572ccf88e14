import { z } from 'zod';
import { rungsSchema } from '../split/schema.ts';

const lines = z.int().nonnegative();

/** `queue --json`. */
export const queueSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('queue'),
  asked: rungsSchema,
  dryRun: z.boolean().describe('Nothing was executed or written.'),
  rows: z.array(
    z.strictObject({
      path: z.string().describe('The file that was to be divided.'),
      outcome: z.enum(['proven', 'refused', 'not-proven', 'not-worth', 'unchanged']),
      why: z.string().nullable().describe('Null of what is proven.'),
      before: lines.nullable().describe('Its lines; null where it is not there.'),
      after: lines.nullable(),
      made: z.array(z.strictObject({ path: z.string(), lines })),
      receipt: z.string().nullable(),
      commits: z.array(z.string()).describe('Oldest first.'),
      earlier: z.boolean().describe('It ended in an earlier run of the same queue.'),
    }),
  ),
});
