import { z } from 'zod';
import { RUNGS } from '../../core/evidence.ts';
import { languageSchema } from '../language-schema.ts';

/** `doctor --json`. */
export const doctorSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('doctor'),
  programs: z.array(
    z.strictObject({
      name: z.string(),
      command: z.array(z.string()),
      version: z.string().nullable().describe('Null: it is not there.'),
      why: z.string().nullable(),
    }),
  ),
  rungs: z.array(
    z.strictObject({
      language: languageSchema,
      files: z.int().nonnegative(),
      rung: z.enum(RUNGS),
      why: z.string().nullable().describe('Why it cannot be reached here; null if it can.'),
    }),
  ),
  state: z.strictObject({
    folder: z.string(),
    unfinished: z.string().nullable(),
    applies: z.int().nonnegative(),
  }),
  cache: z.string().nullable(),
  nested: z.array(z.string()).describe('Submodules and repositories below, which no command reads.'),
});
