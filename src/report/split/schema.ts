import { z } from 'zod';
import { CHANGE_SET_SCHEMA } from '../../core/change-set-schema.ts';
import { RUNGS } from '../../core/evidence.ts';
import { hazardIdSchema, planSchema, refusalSchema } from '../plan/schema.ts';

const offset = z.int().nonnegative();
const replacement = z.strictObject({ path: z.string(), start: offset, end: offset, text: z.string() });

export const rungsSchema = z.array(z.enum(RUNGS)).describe('S syntax, B build, A public API, M meaning, T tests.');

export const evidenceSchema = z.strictObject({
  proofs: z.array(
    z.strictObject({
      rung: z.enum(RUNGS),
      path: z.string(),
      configuration: z.string(),
      verdict: z.enum(['proven', 'failed', 'vacuous', 'not-run']),
      why: z.string(),
      hazard: hazardIdSchema.optional().describe('A difference that `--accept ID` accepts.'),
    }),
  ),
  coverage: z
    .array(
      z.strictObject({
        rung: z.enum(RUNGS),
        path: z.string(),
        unit: z.string(),
        configurations: z.array(z.string()),
        condition: z.string().nullable(),
      }),
    )
    .optional()
    .describe('Units that moved, and what compiled or imported them.'),
  commands: z.array(
    z.strictObject({
      command: z.array(z.string()),
      cwd: z.string(),
      exitCode: z.int().nullable().describe('Null: killed.'),
      seconds: z.number().nonnegative(),
      output: z.string().describe('The end of what it printed, capped.'),
    }),
  ),
  diagnostics: z.array(
    z.strictObject({
      path: z.string(),
      start: offset,
      end: offset,
      level: z.enum(['error', 'warning']),
      code: z.string().nullable(),
      message: z.string(),
      suggestions: z.array(replacement),
    }),
  ),
  tools: z.array(z.string()),
});

/** `split --json` and `apply --json`; with `--dry-run`, `apply` takes it back in. */
export const splitSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('split'),
  outcome: z.enum(['proven', 'refused', 'not-proven', 'unchanged']),
  asked: rungsSchema,
  refusals: z.array(refusalSchema),
  leftOut: z
    .array(
      z.strictObject({
        path: z.string(),
        outcome: z.enum(['refused', 'not-proven']),
        why: z.string(),
        refusals: z.array(refusalSchema),
      }),
    )
    .describe('Of several files those that the rest went on without.'),
  notes: z.array(z.string()).describe('What the codemods say about their choices.'),
  plans: z.array(planSchema),
  changeSets: z.array(CHANGE_SET_SCHEMA),
  evidence: evidenceSchema,
  receipt: z.string().nullable().describe('Null where nothing was written.'),
  diff: z.string(),
});
