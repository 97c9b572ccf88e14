import type { Field } from './shape.ts';

/** Why it is not shown that a reader takes all that a writer may write: the way to the place, innermost last. */
export interface Gap {
  readonly way: readonly string[];
  readonly why: string;
  readonly field: Field | null;
}

export const gap = (why: string, field: Field | null = null): Gap => ({ way: [], why, field });
