import { z } from 'zod';

/** `clean --json`. */
export const cleanSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('clean'),
  dryRun: z.boolean().describe('True: nothing was removed.'),
  stored: z
    .array(
      z.strictObject({
        path: z.string().describe('Absolute.'),
        what: z.enum(['staging copy', 'build output', 'revisions', 'left over', 'cache']),
        bytes: z.int().nonnegative(),
      }),
    )
    .describe('What was removed, or would be; all of it is made again where it is needed.'),
  bytes: z.int().nonnegative().describe('Of all of them.'),
  busy: z.array(z.string()).describe('Folders of workspaces that another run works in: nothing of theirs was touched.'),
});
