import { z } from 'zod';

const count = z.int().nonnegative();

const metric = z.strictObject({
  value: count.describe('The sum of the amounts.'),
  increments: z.array(
    z.strictObject({
      line: z.int().positive(),
      amount: z.int().positive(),
      nesting: count.describe('The part of the amount that nesting caused.'),
      reason: z.string(),
    }),
  ),
});

/** `hotspots --explain FILE:FUNCTION --json`. */
export const explainSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('explanation'),
  path: z.string().describe('Relative to the workspace.'),
  partial: z.boolean().describe('True if the file has syntax errors.'),
  functions: z.array(
    z.strictObject({ symbol: z.string(), line: z.int().positive(), cognitive: metric, cyclomatic: metric }),
  ),
});

export type ExplainJson = z.infer<typeof explainSchema>;
