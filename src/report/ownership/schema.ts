import { z } from 'zod';

const row = z.strictObject({
  symbol: z.string().describe('`tool search`, `route GET /jobs`.'),
  module: z.string().describe('`py:acme.server`, `rs:core::mcp`, or the path of a JavaScript file.'),
  place: z.string().describe('`path:line`.'),
  owner: z
    .string()
    .nullable()
    .describe('Who owns the file by CODEOWNERS or `[owners]`; from history it ends with `(from history)`.'),
});
const side = z.strictObject({ module: z.string(), place: z.string() });

/** `ownership --json`. */
export const ownershipSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('ownership'),
  responsibilities: z.array(
    z.strictObject({ id: z.string(), owners: z.array(z.string()), registrations: z.array(row) }),
  ),
  others: z.array(row).describe('What no responsibility names.'),
  plan: z
    .array(
      z.strictObject({
        symbol: z.string(),
        keep: side,
        remove: side,
        callers: z.array(z.string()).describe('Modules that lead to what is removed.'),
      }),
    )
    .describe('What is done twice, in the order in which to merge it.'),
});
