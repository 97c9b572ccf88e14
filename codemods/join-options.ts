import { z } from 'zod';

/** What every `join-module` codemod takes. */
export interface JoinOptions {
  /** The file that the parts go back to, relative to the workspace. */
  readonly path: string;
  /** Files of its parts; none: all that it has. */
  readonly parts: readonly string[];
}

export const JOIN_OPTIONS: z.ZodType<JoinOptions> = z.object({
  path: z.string().min(1),
  parts: z.array(z.string().min(1)),
});
