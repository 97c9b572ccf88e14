import { z } from 'zod';

const count = z.int().nonnegative();

/** `run --repos --json`. */
export const runReposSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('run-repos'),
  codemods: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      source: z.string().describe('As the list of repositories names it.'),
      outcome: z.enum(['applied', 'would-change', 'nothing', 'not-shown', 'failed']),
      why: z.string().nullable().describe('Of a repository that failed; nothing was written in it.'),
      counts: z
        .strictObject({ found: count, changed: count, unchanged: count, skipped: count, failed: count })
        .nullable(),
      failed: z.array(z.strictObject({ path: z.string(), why: z.string() })),
      branch: z.string().nullable().describe('Null where nothing was written.'),
      commit: z.string().nullable(),
      receipt: z.string().nullable(),
    }),
  ),
});
