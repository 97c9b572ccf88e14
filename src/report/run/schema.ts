import { z } from 'zod';

/** `run --json`. */
export const runSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('run'),
  outcome: z
    .enum(['applied', 'would-change', 'nothing', 'not-shown'])
    .describe('`not-shown`: what --evidence asked for could not be shown, and nothing was written. Never *proven*.'),
  codemods: z.array(z.string()),
  receipt: z.string().nullable().describe('Null where nothing was written.'),
  counts: z.strictObject({
    found: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    skipped: z.number().int(),
    failed: z.number().int(),
  }),
  files: z
    .array(
      z.strictObject({
        path: z.string(),
        status: z.enum(['changed', 'skipped', 'failed']),
        why: z.string().nullable().describe('Of a file that was skipped or failed.'),
        whole: z
          .array(z.strictObject({ step: z.string(), why: z.string() }))
          .describe('Codemods whose print was taken as it is: lines may differ that nobody asked for.'),
        unstable: z.array(z.string()).describe('Codemods that would change the file again.'),
        movedTo: z.string().nullable().describe('Where it stands afterwards; null: where it was.'),
      }),
    )
    .describe('All but the unchanged ones.'),
  stats: z.record(z.string(), z.number()),
  reports: z.array(z.strictObject({ path: z.string(), text: z.string() })),
  shown: z
    .array(z.strictObject({ rung: z.string(), path: z.string(), verdict: z.string(), why: z.string() }))
    .describe('What --evidence asked for.'),
});
