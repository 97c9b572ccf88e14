import { z } from 'zod';

const count = z.int().nonnegative();

/** `init --json`. */
export const adoptedSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('adopted'),
  configured: z.boolean().describe('True where omni-refactor.toml had ceilings already.'),
  ceilings: z.array(z.strictObject({ rule: z.string(), limit: count })),
  entries: z.array(z.strictObject({ rule: z.string(), count })).describe('How many are over each ceiling today.'),
  lanes: z.array(z.string()).describe('Lanes that CI enforces, and that are declared from now on.'),
  receipt: z.string().nullable().describe('What `undo` undoes; null where nothing was written.'),
});

/** `baseline --json`. */
export const loweredSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('lowered'),
  entries: count,
  removed: count.describe('Lines that are gone.'),
  written: count.describe('Lines that are new or lower; an entry that moved is both.'),
  exceptions: count.describe('Edits of exceptions in omni-refactor.toml.'),
  over: count.describe('What is over what it is allowed: the baseline never follows it.'),
});

export type AdoptedJson = z.infer<typeof adoptedSchema>;
export type LoweredJson = z.infer<typeof loweredSchema>;
