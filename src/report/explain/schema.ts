import { z } from 'zod';
import { DIALECT_IDS } from '../../../analyzers/complexity/dialects/table.ts';
import { functionMetricsSchema } from '../metrics/schema.ts';

const count = z.int().nonnegative();

const metric = z.strictObject({
  value: z.int().describe('The sum of the amounts.'),
  increments: z.array(
    z.strictObject({
      line: z.int().positive(),
      amount: z.int().describe('Below zero only in a dialect.'),
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
  dialect: z.enum(DIALECT_IDS).nullable().describe('Another tool, whose values these are.'),
  functions: z.array(
    z.strictObject({
      symbol: z.string(),
      line: z.int().positive(),
      cognitive: metric.nullable().describe('Null where a dialect does not have it.'),
      cyclomatic: metric.nullable(),
      metrics: functionMetricsSchema.nullable().describe('Null in a dialect.'),
    }),
  ),
});

export type ExplainJson = z.infer<typeof explainSchema>;
