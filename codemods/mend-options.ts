import { z } from 'zod';

/** The findings that a codemod is to fix, by place. */
export const MEND_OPTIONS = z.strictObject({
  places: z.array(
    z.strictObject({
      rule: z.string(),
      path: z.string().describe('Relative to the workspace.'),
      symbol: z.string().nullable(),
    }),
  ),
});

export type MendOptions = z.infer<typeof MEND_OPTIONS>;
