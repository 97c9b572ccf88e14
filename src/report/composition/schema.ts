import { z } from 'zod';
import { LANGUAGES } from '../../languages/language.ts';
import { POSITIONS } from '../../languages/rust/composition/surroundings.ts';

const line = z.int().positive();
const offset = z.int().nonnegative();

/** `includes --json`. */
export const includesSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('includes'),
  modules: z.array(
    z.strictObject({
      id: z.string(),
      language: z.enum(LANGUAGES),
      file: z.string(),
      fragments: z.array(z.string()).describe('Files spliced by include!, in order of splicing.'),
    }),
  ),
  splices: z.array(
    z.strictObject({
      kind: z.enum(['include', 'include_str', 'include_bytes', 'path', 'mod']),
      path: z.string(),
      line,
      start: offset,
      end: offset,
      position: z.enum(POSITIONS),
      test: z.boolean(),
      form: z.enum(['literal', 'concat-env', 'out-dir', 'macro-forwarded', 'implicit', 'unknown']),
      cfg: z.array(z.string()),
      targets: z.array(z.string()),
      unresolved: z.string().nullable().describe('Why there is no target.'),
    }),
  ),
  shared: z.array(z.strictObject({ path: z.string(), by: z.array(z.strictObject({ path: z.string(), line })) })),
});
