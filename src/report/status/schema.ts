import { z } from 'zod';
import { STATES } from '../../../analyzers/status/guardrail.ts';

const count = z.int().nonnegative();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** `status --json`. */
export const statusSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('status'),
  today: day,
  summary: z.strictObject({ enforced: count, partial: count, missing: count, unknown: count }),
  guardrails: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      state: z.enum(STATES).describe('unknown: nobody can tell from here; never a pass.'),
      found: z.string(),
      whatToDo: z.string().nullable(),
      place: z
        .strictObject({ path: z.string(), line: z.int().positive() })
        .nullable()
        .describe('Where it stands, or what first breaks it.'),
      owner: z.string().nullable().describe('Who answers for that file, by CODEOWNERS.'),
    }),
  ),
  over: z
    .array(
      z.strictObject({
        rule: z.string(),
        path: z.string(),
        line: z.int().positive().nullable(),
        symbol: z.string().nullable(),
        value: count,
        ceiling: count,
        held: z.enum(['exception', 'baseline', 'nothing']),
        owner: z.string().nullable(),
        expires: day.nullable(),
        expired: z.boolean(),
        rank: z.int().positive().nullable().describe('Of the file, by score.'),
      }),
    )
    .describe('What is over a ceiling, the hottest file first.'),
});

export type StatusJson = z.infer<typeof statusSchema>;
