import { z } from 'zod';

/** `undo --json`. */
export const undoSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('undo'),
  id: z.string().describe('The receipt of the apply that was undone.'),
  paths: z.array(z.string()),
  commit: z.string().nullable().describe('Null where the split was not committed.'),
});
