import { z } from 'zod';
import { RECEIPT_VERSION } from '../../core/receipt.ts';
import { planV1Schema } from '../plan/plan-v1.ts';
import { planSchema } from '../plan/schema.ts';
import { acceptedSchema, claimsSchema, evidenceSchema, rungsSchema } from '../split/schema.ts';

const mark = z
  .strictObject({ hash: z.string().describe('SHA-256 of the bytes, hex.'), mode: z.int().nonnegative() })
  .nullable()
  .describe('Null where the file does not exist.');
const files = z.array(z.strictObject({ path: z.string(), before: mark, after: mark }));
const outcome = z.enum(['proven', 'not-asked']);

/** `receipt --json`. */
export const receiptSchema = z.strictObject({
  schemaVersion: z.literal(RECEIPT_VERSION),
  kind: z.literal('receipt'),
  id: z.string(),
  tool: z.string(),
  appliedAt: z.string(),
  command: z.array(z.string()),
  codemods: z.array(z.string()),
  outcome,
  asked: rungsSchema,
  evidence: evidenceSchema,
  claims: claimsSchema.optional(),
  accepted: acceptedSchema.optional(),
  plans: z
    .array(z.union([planSchema, planV1Schema]))
    .describe('As they were when they were carried out, each in the format of its version.'),
  stage: z
    .strictObject({
      files: z.int().nonnegative(),
      copiedIgnored: z.array(z.string()),
      linked: z.array(z.strictObject({ path: z.string(), to: z.string() })),
      left: z.array(z.string()),
    })
    .nullable()
    .describe('What the staging copy was made of; null where nothing was executed, or in the tree itself.'),
  inPlace: z.boolean(),
  notes: z
    .array(z.string())
    .optional()
    .describe('What the codemods said about their choices, and the places that name a divided file by a string.'),
  files,
});

/** `history --json`. */
export const historySchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('history'),
  entries: z
    .array(
      z.strictObject({
        id: z.string(),
        state: z.enum(['open', 'applied', 'undone']),
        undoable: z.boolean(),
        redoable: z.boolean().describe('True for the one undone apply that `redo` would bring back.'),
        appliedAt: z.string(),
        command: z.array(z.string()),
        outcome,
        asked: rungsSchema,
        files,
      }),
    )
    .describe('The last apply first.'),
});
