import { z } from 'zod';
import { acceptedSchema, claimsSchema, evidenceSchema, gapsSchema, rungsSchema } from '../split/schema.ts';

/** `verify --json`. */
export const verifySchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('verify'),
  outcome: z.enum(['proven', 'not-proven', 'unchanged']),
  asked: rungsSchema,
  paths: z.array(z.string()).describe('Source files that differ, and are still there.'),
  removed: z.array(z.string()),
  evidence: evidenceSchema,
  claims: claimsSchema,
  gaps: gapsSchema,
  accepted: acceptedSchema,
});
