import { z } from 'zod';
import { hashOf } from '../../core/hash.ts';
import { escapedJson } from '../json-text.ts';

const said = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('proof-shard'),
  version: z.string().describe('Of the tool.'),
  extractors: z.string().describe('The code that proved: only equal ones are joined.'),
  shard: z.int().positive(),
  of: z.int().positive(),
  today: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  argv: z.array(z.string()).describe('The command line without --prove-shard, --evidence-out and --root.'),
  share: z
    .strictObject({
      subject: z.strictObject({
        base: z.string().describe('Of every file before the change.'),
        change: z.string().describe('Of every file after it.'),
      }),
      programs: z
        .array(z.string())
        .describe('All that is not divided, behind what it was asked for, dealt out to the shards in this order.'),
      answers: z.array(z.tuple([z.string().describe('what was asked'), z.string().describe('what was said, as JSON')])),
    })
    .describe('What the programs of this shard said.'),
});

/** `split --prove-shard` and `verify --prove-shard`: what a share of a proof's programs said, for `merge`. */
export const proofShardSchema = said.extend({
  digest: z.string().describe('SHA-256 of all of the above as JSON: a file that was damaged is not joined.'),
});

export type ProofShardJson = z.infer<typeof proofShardSchema>;

/** With its digest. */
export const sealed = (shard: z.input<typeof said>): ProofShardJson => ({
  ...shard,
  digest: hashOf(escapedJson(said.parse(shard))),
});

/** Whether it is as it was written. */
export const isWhole = ({ digest, ...shard }: ProofShardJson): boolean => sealed(shard).digest === digest;
