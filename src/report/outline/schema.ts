import { z } from 'zod';
import { languageSchema } from '../language-schema.ts';
import { dialectSchema, fileMetricsSchema } from '../metrics/schema.ts';

const offset = z.int().nonnegative().describe('UTF-16 code units from the start of the file.');
const line = z.int().positive();
const range = z.strictObject({ start: offset, end: offset });
const hazard = z.strictObject({ id: z.string(), start: offset, end: offset, why: z.string(), line });
const spaces = ['type', 'value', 'macro'] as const;

const unit = z.strictObject({
  id: z.string().describe('Unique in its file, unchanged by formatting or by edits to other units.'),
  kind: z.string(),
  name: z.string().nullable(),
  line,
  start: offset,
  end: offset,
  body: range,
  lines: z.int().nonnegative(),
  defines: z.array(
    z.strictObject({
      name: z.string(),
      spaces: z.array(z.enum(spaces)),
      visibility: z.string(),
      certain: z.boolean(),
    }),
  ),
  uses: z.array(
    z.strictObject({
      name: z.string(),
      space: z.enum([...spaces, 'any']),
      at: offset,
      eager: z.boolean(),
      count: z.int().positive(),
    }),
  ),
  visibility: z.string(),
  hazards: z.array(hazard),
  parent: z.string().nullable(),
  opaque: z.literal(true).optional().describe('It holds a syntax error; only there where it does.'),
  twins: z.array(z.string()).optional(),
});

/** `outline --json`. */
export const outlineSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('outline'),
  path: z.string(),
  language: languageSchema,
  partial: z.boolean().describe('The file has syntax errors and was read as far as it goes.'),
  header: range,
  units: z.array(unit),
  members: z.array(unit).describe('Units inside of units: methods, associated items.'),
  hazards: z.array(hazard),
  metrics: fileMetricsSchema.optional().describe('With --metrics.'),
  dialect: dialectSchema.optional().describe('With --dialect.'),
});
