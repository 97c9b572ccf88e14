import { z } from 'zod';

const ceiling = z.int().positive();

/** `omni-refactor.toml`, key by key. Strict: a misspelt key is an error, never a rule that silently does not run. */
export const CONFIG_SCHEMA = z.strictObject({
  exclude: z.array(z.string().min(1)).optional(),
  budget: z
    .strictObject({
      'file-lines': ceiling.optional(),
      'function-cognitive': ceiling.optional(),
    })
    .optional(),
  python: z.strictObject({ interpreter: z.string().min(1).optional() }).optional(),
});
