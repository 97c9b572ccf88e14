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

const coChangeSchema = z.strictObject({
  since: z.string().describe('ISO day of the oldest commit whose lines were followed.'),
  commits: z.int().nonnegative().describe('Commits that changed a named unit of the file.'),
  pairs: z
    .array(z.strictObject({ units: z.tuple([z.string(), z.string()]), commits: z.int().positive() }))
    .describe('Units that two or more commits changed together.'),
  morePairs: z.int().nonnegative().describe('Pairs that the list leaves out.'),
});

const largeClassSchema = z.strictObject({
  unit: z.string(),
  lines,
  clusters: z.array(
    z.strictObject({ name: z.string(), methods: z.array(z.string()), attributes: z.array(z.string()), lines }),
  ),
  common: z.array(z.string()).describe('Attributes that more than half of the methods use.'),
  apart: z.array(z.string()).describe('Methods that share nothing else with the others.'),
});

/**
 * A plan as it is kept, in a YAML file or in a receipt. `why`, `evidence`, `coChange`, `largeClass`, `notWorth`
 * and `predicted` are for readers only.
 */
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
          changes: z
            .strictObject({ commits: z.int().nonnegative(), alone: z.int().nonnegative() })
            .optional()
            .describe(
              'With --history: commits that changed it, and those of them that changed nothing else that has a name.',
            ),
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
  coChange: coChangeSchema.optional().describe('With --history: which units changed in the same commits.'),
  largeClass: largeClassSchema
    .optional()
    .describe('Where one class makes most of the file: how its methods hang together.'),
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
