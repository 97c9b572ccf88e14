import { z } from 'zod';
import type { Plan } from '../src/core/plan.ts';

/** What every `split-module` codemod takes. The plan has been validated against the file before it gets here. */
export interface SplitOptions {
  /** The file to split, relative to the workspace. */
  readonly path: string;
  readonly plan: Plan;
  /** Write the plan's module map and reasons as the facade's documentation. */
  readonly notes: boolean;
}

export const SPLIT_OPTIONS: z.ZodType<SplitOptions> = z.object({
  path: z.string().min(1),
  plan: z.custom<Plan>((value) => typeof value === 'object' && value !== null && 'modules' in value),
  notes: z.boolean(),
});
