import { z } from 'zod';
import { DIALECT_IDS } from '../../../analyzers/complexity/dialects/table.ts';
import { SORT_KEYS } from '../../../analyzers/hotspots/hotspot.ts';
import { LANGUAGES } from '../../languages/language.ts';
import { summedSizesSchema } from '../metrics/schema.ts';

const count = z.int().nonnegative();
const place = { symbol: z.string(), path: z.string(), line: z.int().positive(), lines: z.int().positive() };
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const entry = z.strictObject({
  rank: z.int().positive().describe('By score over all entries, whatever the list is sorted by.'),
  score: z.number().nonnegative(),
  path: z.string().describe('Relative to the workspace; of a module, the file that carries it.'),
  module: z.string(),
  language: z.enum(LANGUAGES),
  fragments: z.array(z.string()).describe('By module: files spliced into it by include!, counted with it.'),
  isFragment: z.boolean().describe('By file: the file is spliced into its module by include!.'),
  lines: count,
  code: count,
  comment: count,
  blank: count,
  functions: count,
  cognitive: count,
  cyclomatic: count,
  sizes: summedSizesSchema,
  largest: z.strictObject(place).nullable().describe('The longest function.'),
  worst: z
    .strictObject({ ...place, cognitive: count, cyclomatic: count })
    .nullable()
    .describe('The function hardest to read.'),
  churn: z
    .strictObject({
      revisions: count,
      revisionsDecayed: z.number().nonnegative(),
      authors: count,
      lastChange: day.nullable(),
    })
    .nullable()
    .describe('Null where history takes no part. Of a module: the highest among its files.'),
  baselines: z
    .strictObject({ byLines: z.int().positive(), byRevisions: z.int().positive().nullable() })
    .describe('The rank by lines of code alone, and by revisions alone.'),
  partial: z.boolean().describe('The file has syntax errors and was measured as far as it goes.'),
});

const history = z.discriminatedUnion('used', [
  z.strictObject({
    used: z.literal(true),
    head: z.string(),
    headDate: z.string(),
    since: z.string().nullable(),
    commits: count,
    leftOut: z
      .strictObject({ sweeping: count, bots: count, ignored: count, merges: count })
      .nullable()
      .describe('Commits that do not count, by reason.'),
    notes: z.array(z.string()),
  }),
  z.strictObject({ used: z.literal(false), status: z.string(), reason: z.string() }),
]);

/** `hotspots --json`. */
export const hotspotsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('hotspots'),
  options: z.strictObject({
    lang: z.enum(LANGUAGES).nullable(),
    by: z.enum(['file', 'module']),
    sort: z.enum(SORT_KEYS),
    dialect: z.enum(DIALECT_IDS).nullable().describe('Complexity as another tool counts it.'),
    top: count.nullable(),
  }),
  history,
  totals: z.strictObject({
    found: count.describe('read + failed'),
    read: count,
    partial: count,
    failed: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
    modules: count,
    lines: count,
    code: count,
    comment: count,
    blank: count,
    functions: count,
    cognitive: count,
    cyclomatic: count,
  }),
  entries: z.array(entry),
});

export type HotspotsJson = z.infer<typeof hotspotsSchema>;
