import { z } from 'zod';
import { planSchema } from '../plan/schema.ts';

const count = z.int().nonnegative();

/** `plan --groups 3..7 --json`. */
export const planAlternativesSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('plan-alternatives'),
  path: z.string(),
  alternatives: z.array(
    z.strictObject({
      parts: count,
      facade: count.describe('Lines that stay in the file.'),
      largest: count.describe('Lines of the largest file.'),
      inside: count.describe('Reads between units of one file.'),
      cut: count.describe('Reads from one of the files to another.'),
      plan: planSchema,
    }),
  ),
});
