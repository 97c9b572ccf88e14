import { z } from 'zod';

/** Any command with `--json` that cannot do its work. */
export const errorSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('error'),
  error: z.strictObject({
    code: z.string().describe('Stable, kebab-case: file-not-found.'),
    what: z.string(),
    why: z.string(),
    whatToDo: z.string(),
  }),
});
