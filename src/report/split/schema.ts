import { z } from 'zod';
import { CHANGE_SET_SCHEMA } from '../../core/change-set-schema.ts';
import { RUNGS } from '../../core/evidence.ts';
import { hazardIdSchema, planSchema, refusalSchema } from '../plan/schema.ts';

const offset = z.int().nonnegative();
const replacement = z.strictObject({ path: z.string(), start: offset, end: offset, text: z.string() });

export const rungsSchema = z.array(z.enum(RUNGS)).describe('S syntax, B build, A public API, M meaning, T tests.');

const proof = z.strictObject({
  rung: z.enum(RUNGS),
  path: z.string(),
  configuration: z.string(),
  verdict: z.enum(['proven', 'failed', 'vacuous', 'not-run']),
  why: z.string(),
  beside: z
    .literal(true)
    .optional()
    .describe('A formatter or linter: it can break the rung, but shows nothing by itself.'),
  weakened: z.string().optional().describe('Why a proof shows less here than elsewhere.'),
  hazard: hazardIdSchema.optional().describe('A difference that `--accept ID` accepts.'),
});

const unitCoverage = z.strictObject({
  rung: z.enum(RUNGS),
  path: z.string(),
  unit: z.string(),
  configurations: z.array(z.string()),
  condition: z.string().nullable(),
});

export const evidenceSchema = z.strictObject({
  proofs: z.array(proof),
  coverage: z.array(unitCoverage).optional().describe('Units that moved, and what compiled or imported them.'),
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

export const claimsSchema = z
  .array(
    z.strictObject({
      path: z.string(),
      kind: z.enum(['added', 'changed', 'removed']),
      by: z
        .enum(['rungs', 'inert', 'list', 'nothing'])
        .describe(
          'The rungs; nobody, since nothing reads it; both texts compared; or nobody although something may read it.',
        ),
      why: z.string(),
      joined: z.literal(true).optional().describe('A source that a join has taken away.'),
    }),
  )
  .describe('Every path that changed, and what covers it.');

export const gapsSchema = z
  .array(
    z.union([
      z.strictObject({ kind: z.literal('failed'), proof }),
      z.strictObject({ kind: z.literal('unshown'), rung: z.enum(RUNGS), path: z.string(), why: z.string() }),
      z.strictObject({ kind: z.literal('uncompiled'), unit: unitCoverage }),
    ]),
  )
  .describe('What stands between the evidence and a proof.');

export const acceptedSchema = z
  .array(z.strictObject({ id: z.string(), path: z.string(), why: z.string() }))
  .describe('Differences that were accepted by name.');

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
        outcome: z.enum(['refused', 'not-proven', 'not-worth']),
        why: z.string(),
        refusals: z.array(refusalSchema),
      }),
    )
    .describe('Of several files those that the rest went on without.'),
  notes: z.array(z.string()).describe('What the codemods say about their choices.'),
  plans: z.array(planSchema),
  changeSets: z.array(CHANGE_SET_SCHEMA),
  evidence: evidenceSchema,
  claims: claimsSchema,
  gaps: gapsSchema,
  accepted: acceptedSchema,
  receipt: z.string().nullable().describe('Null where nothing was written.'),
  diff: z.string(),
});
