import { z } from 'zod';
import { CHANGE_SET_SCHEMA } from '../../core/change-set-schema.ts';

const count = z.int().nonnegative();

/** `run --shard`: what codemods made of some files, for `merge`. */
export const runShardSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('run-shard'),
  version: z.string().describe('Of the tool.'),
  extractors: z.string().describe('The code that ran: only equal ones are joined.'),
  shard: z.int().positive(),
  of: z.int().positive(),
  today: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  argv: z.array(z.string()).describe('The command line without --shard and --root.'),
  result: z.strictObject({
    codemods: z.array(z.string()),
    files: z.array(
      z.strictObject({
        path: z.string(),
        status: z.enum(['changed', 'unchanged', 'skipped', 'failed']),
        why: z.string().nullable(),
        whole: z.array(z.strictObject({ step: z.string(), why: z.string() })),
        unstable: z.array(z.string()),
        movedTo: z.string().nullable(),
      }),
    ),
    changeSet: CHANGE_SET_SCHEMA,
    stats: z.record(z.string(), z.number()),
    reports: z.array(z.strictObject({ path: z.string(), text: z.string() })),
    parses: count,
    isWhole: z.boolean(),
  }),
});

export type RunShardJson = z.infer<typeof runShardSchema>;
