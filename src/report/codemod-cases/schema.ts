import { z } from 'zod';

/** `test --json`. */
export const testSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('test'),
  receipt: z.string().nullable().describe('Of --update; null where nothing was written.'),
  counts: z.strictObject({
    passed: z.number().int(),
    failed: z.number().int(),
    updated: z.number().int(),
    notRun: z.number().int(),
  }),
  cases: z.array(
    z.strictObject({
      path: z.string().describe('The folder of the case.'),
      codemod: z.string(),
      status: z.enum(['passed', 'failed', 'updated', 'not-run']),
      why: z.string().nullable(),
      files: z
        .array(
          z.strictObject({
            path: z.string(),
            expected: z.string().nullable().describe('Null: no such file is expected.'),
            actual: z.string().nullable().describe('Null: no such file was made.'),
          }),
        )
        .describe('Only those that differ; `report.txt` is what the run says of the case.'),
    }),
  ),
});
