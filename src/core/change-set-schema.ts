import { z } from 'zod';
import { EDIT_REASONS } from './change-set.ts';

const offset = z.int().nonnegative();
const edit = z.strictObject({ start: offset, end: offset, text: z.string(), reason: z.enum(EDIT_REASONS) });
const from = z.strictObject({ path: z.string(), start: offset, end: offset });
const part = z.union([
  z.strictObject({ from, edits: z.array(edit).exactOptional() }),
  z.strictObject({ text: z.string(), reason: z.enum(EDIT_REASONS) }),
]);
const mode = z.int().min(0).max(0o777);

/** A change set that was written to a file. Whether it fits the files is asked when it is applied. */
export const CHANGE_SET_SCHEMA = z.strictObject({
  base: z.array(z.strictObject({ path: z.string(), hash: z.string(), mode })),
  edit: z.array(z.strictObject({ path: z.string(), edits: z.array(edit) })),
  create: z.array(z.strictObject({ path: z.string(), mode, parts: z.array(part) })),
  move: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  delete: z.array(z.strictObject({ path: z.string() })),
});
