import { z } from 'zod';

const hazard = z.strictObject({
  id: z.string(),
  language: z.enum(['rust', 'python', 'javascript', 'planner']),
  what: z.string(),
  foundBy: z.string(),
  verdict: z.enum(['handled', 'kept', 'refused', 'note', 'accepted', 'invariant']),
  remedy: z.string().nullable(),
  naive: z.string().nullable(),
  heldBy: z.string(),
});

const rule = z.strictObject({
  id: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  what: z.string(),
  why: z.string(),
  mend: z.string().optional(),
  whatToDo: z.string().optional(),
  example: z.strictObject({ before: z.string(), after: z.string() }).optional(),
});

const error = z.strictObject({
  exit: z.enum(['usage', 'refused', 'internal', 'cancelled']),
  means: z.string(),
  whatToDo: z.string(),
});

/** `explain ID --json`: what was asked for, beside its id. */
export const explainIdSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('explanation'),
  id: z.string(),
  hazard: hazard.optional(),
  check: z.string().optional().describe('The check that has the rule.'),
  rule: rule.optional(),
  error: error.optional(),
  hazards: z.array(hazard).optional(),
  errors: z.record(z.string(), error).optional(),
  keys: z
    .array(
      z.strictObject({
        path: z.string().describe('`[]` stands for one of several tables.'),
        takes: z.string(),
        means: z.string(),
        otherwise: z.string(),
      }),
    )
    .optional()
    .describe('The keys of omni-refactor.toml.'),
});
