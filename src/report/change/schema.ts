import { z } from 'zod';

/** `notes --json`, `init ci --json`, `apply --resume --json` and `report --json`. */
export const changeSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('change'),
  receipt: z.string().nullable().describe('Null where nothing was written that `undo` could undo.'),
  paths: z.array(z.string()).describe('Written; with --check, out of date.'),
});
