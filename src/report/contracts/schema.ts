import { z } from 'zod';

/** `contracts suggest --json`. */
export const contractSuggestionsSchema = z.strictObject({
  schemaVersion: z.literal(2),
  kind: z.literal('contract-suggestions'),
  suggestions: z.array(
    z.strictObject({
      id: z.string(),
      sides: z
        .strictObject({
          rust: z.string().optional().describe('`core::job::Job`.'),
          python: z.string().optional().describe('`acme.job.Job`.'),
          typescript: z.string().optional().describe('`web/src/job.ts#Job`.'),
        })
        .describe('Two of them.'),
      places: z.array(z.string()).describe('`path:line` of both.'),
      shared: z.array(z.string()).describe('Fields of both, without underscores and capitals.'),
    }),
  ),
});
