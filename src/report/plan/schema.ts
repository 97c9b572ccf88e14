import { z } from 'zod';
import type { HazardId } from '../../core/hazards/index.ts';
import { PLAN_VERSION } from '../../core/plan.ts';

const offset = z.int().nonnegative();
const lines = z.int().nonnegative();

// Any text: a plan or receipt of a later version may name a hazard that this one does not know.
export const hazardIdSchema = z
  .string()
  .describe('Id of the hazard list, or of the planner.') as unknown as z.ZodType<HazardId>;

export const refusalSchema = z.strictObject({
  hazard: hazardIdSchema,
  path: z.string(),
  start: offset,
  end: offset,
  why: z.string(),
  whatToDo: z.string(),
});

/** A plan as it is kept, in a YAML file or in a receipt. `why`, `evidence`, `notWorth` and `predicted` are for readers only. */
export const planSchema = z.strictObject({
  version: z.literal(PLAN_VERSION),
  codemod: z.string(),
  base: z.array(z.strictObject({ path: z.string(), hash: z.string() })).min(1),
  options: z
    .strictObject({
      facade: z.enum(['plain', 'live', 'write-through']).optional(),
      nativeModuleNames: z.boolean().optional(),
    })
    .describe('What a person chose for the codemod.'),
  layout: z.string(),
  limit: z.int().positive(),
  bound: z.strictObject({
    lines,
    setBy: z.array(z.string()),
    uncut: lines.optional().describe('The bound if no reference cycle were broken.'),
  }),
  modules: z.array(
    z.strictObject({
      name: z.string(),
      units: z.array(z.string()),
      why: z.string(),
      evidence: z
        .strictObject({
          inside: z.int().nonnegative().describe('References between its units.'),
          crossing: z.int().nonnegative().describe('References that leave or enter it.'),
          headings: z.array(z.string()).describe('Comments that title its units in the file.'),
        })
        .optional()
        .describe('What the planner counted; absent where a person made the module.'),
    }),
  ),
  keep: z.array(z.strictObject({ unit: z.string(), why: z.string() })),
  cuts: z
    .array(
      z.strictObject({
        unit: z.string(),
        name: z.string(),
        functions: z.array(z.strictObject({ name: z.string(), line: z.int().positive() })),
      }),
    )
    .optional()
    .describe('With --break-cycles: names that functions import when they run.'),
  refused: z.array(z.strictObject({ unit: z.string(), refusal: refusalSchema })),
  notWorth: z.string().nullable().describe('Why `split` does nothing without --anyway; null where it is worth it.'),
  predicted: z.strictObject({ files: z.array(z.strictObject({ path: z.string(), lines })) }),
});

/** `plan --json`. */
export const planJsonSchema = z.strictObject({
  schemaVersion: z.literal(2),
  kind: z.literal('plan'),
  ...planSchema.shape,
  notes: z.array(z.string()).describe('Places that name the file by a string; no part of the plan itself.'),
});
