import { z } from 'zod';
import { COUPLING_RULES } from '../../../analyzers/churn/coupling.ts';
import { DIALECT_IDS } from '../../../analyzers/complexity/dialects/table.ts';
import { GROUPINGS, SORT_KEYS } from '../../../analyzers/hotspots/hotspot.ts';
import { LANGUAGES } from '../../languages/language.ts';
import { summedSizesSchema } from '../metrics/schema.ts';

const count = z.int().nonnegative();
const place = { symbol: z.string(), path: z.string(), line: z.int().positive(), lines: z.int().positive() };
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const hotspotEntry = z.strictObject({
  rank: z.int().positive().describe('By score over all entries, whatever the list is sorted by.'),
  score: z.number().nonnegative(),
  floor: z.number().nonnegative().describe('The part of the score that no history takes away.'),
  path: z
    .string()
    .describe('Relative to the workspace; of a module the file that carries it, of a crate its manifest.'),
  module: z.string().describe('By crate: its name.'),
  symbol: z.string().nullable().describe('By function: which.'),
  line: z.int().positive().nullable().describe('By function: where it begins.'),
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
      age: count.nullable().describe('Whole months from the last change to the day of HEAD.'),
      fragmentation: z
        .number()
        .describe('1 - sum of the squared shares of the authors in the revisions: 0 where one made all.'),
      trend: z.array(count).length(12).describe('Revisions by month; the last one is the month of HEAD.'),
    })
    .nullable()
    .describe('Null where history takes no part. Of several files together each commit counts once.'),
  ownership: z
    .strictObject({
      mainAuthor: z.string().describe('Who added the most lines.'),
      share: z.number().describe('Of the lines added.'),
      busFactor: z.int().positive().describe('The fewest authors who added more than half of them.'),
      linesAdded: count,
    })
    .nullable()
    .describe('By lines added since history.lines.since; null where lines were not followed, and for functions.'),
  baselines: z
    .strictObject({ byLines: z.int().positive(), byRevisions: z.int().positive().nullable() })
    .describe('The rank by lines of code alone, and by revisions alone.'),
  partial: z.boolean().describe('The file has syntax errors and was measured as far as it goes.'),
});

export const hotspotHistory = z.discriminatedUnion('used', [
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
    lines: z
      .union([z.strictObject({ since: day }), z.strictObject({ reason: z.string() })])
      .describe('Since when lines were followed, or why they were not.'),
  }),
  z.strictObject({ used: z.literal(false), status: z.string(), reason: z.string() }),
]);

export const couplingPair = z.strictObject({
  a: z.string(),
  b: z.string(),
  degree: count.describe('Of 100: the commits that they share, over the mean of their revisions.'),
  shared: count,
  revisions: z.tuple([count, count]),
  across: z
    .tuple([z.enum(LANGUAGES), z.enum(LANGUAGES)])
    .nullable()
    .describe('Their languages, where they differ.'),
});

/** `hotspots --json`. */
export const hotspotsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('hotspots'),
  options: z.strictObject({
    lang: z.enum(LANGUAGES).nullable(),
    paths: z.array(z.string()).describe('Files, folders and globs that the report is narrowed to; empty: all.'),
    by: z.enum(GROUPINGS),
    sort: z.enum(SORT_KEYS),
    inner: z.boolean().describe('Named functions inside functions have values of their own.'),
    dialect: z.enum(DIALECT_IDS).nullable().describe('Complexity as another tool counts it.'),
    top: count.nullable(),
  }),
  history: hotspotHistory,
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
  entries: z.array(hotspotEntry),
  coupling: z
    .array(couplingPair)
    .nullable()
    .describe(
      `Files that change in the same commits, the strongest first: at least ${COUPLING_RULES.shared} shared commits of at most ${COUPLING_RULES.commitFiles} files, degree at least ${COUPLING_RULES.degree}.`,
    ),
});

export type HotspotsJson = z.infer<typeof hotspotsSchema>;
