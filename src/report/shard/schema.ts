import { z } from 'zod';

/** `hotspots --shard` and `check --shard`: facts of some files, for `merge`. */
export const shardSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('shard'),
  version: z.string().describe('Of the tool.'),
  extractors: z.string().describe('What the facts were computed by: only equal ones are joined.'),
  shard: z.int().positive(),
  of: z.int().positive(),
  today: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  argv: z.array(z.string()).describe('The command line without --shard and --root.'),
  files: z.int().nonnegative(),
  facts: z.array(
    z.tuple([z.string().describe('content and grammar'), z.string().describe('fact'), z.string().describe('value')]),
  ),
});

export type ShardJson = z.infer<typeof shardSchema>;
