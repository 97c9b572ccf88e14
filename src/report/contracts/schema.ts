import { z } from 'zod';

/** `contracts suggest --json`. */
export const contractSuggestionsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('contract-suggestions'),
  suggestions: z.array(
    z.strictObject({
      id: z.string(),
      rust: z.string().describe('`core::job::Job`.'),
      python: z.string().describe('`acme.job.Job`.'),
      places: z.array(z.string()).describe('`path:line` of both.'),
      shared: z.array(z.string()).describe('Fields of both, without underscores and capitals.'),
    }),
  ),
});
