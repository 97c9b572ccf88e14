import { z } from 'zod';

/** `redo --json`. */
export const redoSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('redo'),
  id: z.string().describe('The receipt of the apply that was brought back.'),
  paths: z.array(z.string()),
  appliedAt: z.string().describe('When it was first applied: its evidence is of that time.'),
  commit: z.string().nullable().describe('Null where the apply was not committed.'),
});
