import { z } from 'zod';
import { DETAIL_VERDICTS } from '../../../analyzers/gate/check.ts';
import { SEVERITIES } from './findings-report.ts';

const count = z.int().nonnegative();
const line = z.int().positive();

/** `check --json`. */
export const findingsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('findings'),
  summary: z.strictObject({ error: count, warning: count, info: count, unknown: count }),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      limit: z.number().nullable().describe('Null: the rule has no number.'),
      on: z.boolean().describe('False: it has no ceiling, or nothing to look at.'),
      checked: count.describe('How many files or functions the rule looked at.'),
    }),
  ),
  compared: z
    .strictObject({ base: z.string(), unchanged: count })
    .nullable()
    .describe('With --affected: the merge base, and how many things were over a ceiling there and are no worse.'),
  checks: z
    .array(
      z.strictObject({
        id: z.string(),
        verdict: z.enum(['pass', 'fail', 'unknown', 'off']),
        details: z.array(
          z.strictObject({
            name: z.string(),
            verdict: z.enum(DETAIL_VERDICTS),
            found: z.string(),
            place: z.strictObject({ path: z.string(), line }).nullable(),
            values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
          }),
        ),
      }),
    )
    .describe('Each check beside the budget, and what it measured.'),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(SEVERITIES),
      place: z.strictObject({
        path: z.string().describe('Relative to the workspace.'),
        line: line.nullable(),
        column: line.nullable(),
        endLine: line.nullable(),
      }),
      symbol: z.string().nullable(),
      what: z.string(),
      why: z.string(),
      whatToDo: z.string(),
      value: z.number().nullable(),
      limit: z.number().nullable(),
      owner: z.string().nullable().describe('Who answers for the place: of the exception, else by CODEOWNERS.'),
      command: z.string().nullable().describe('What to type, whole, to fix it or to see how.'),
      fingerprint: z.string().describe('The same for the same thing after a move.'),
    }),
  ),
  unknown: z
    .array(z.strictObject({ path: z.string(), reason: z.string(), line: line.nullable() }))
    .describe('Neither passed nor failed.'),
});

export type FindingsJson = z.infer<typeof findingsSchema>;

/** `check --effective CRATE --json`. */
export const effectiveLintsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('effective-lints'),
  crate: z.string(),
  levels: z.array(
    z.strictObject({
      lint: z.string(),
      level: z.string(),
      path: z.string(),
      line: z.int().positive(),
      conditional: z.boolean().describe('Under `cfg_attr`: it holds in some builds alone.'),
      over: z
        .array(z.strictObject({ level: z.string(), path: z.string(), line: z.int().positive() }))
        .describe('Levels that it replaces, the latest first.'),
    }),
  ),
});
