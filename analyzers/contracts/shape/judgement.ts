import type { Field } from './shape.ts';

/** Whether a reader takes one value; where it does not, the way to the place and why. */
export type Judgement =
  | { readonly verdict: 'accepts' | 'unknown' }
  | {
      readonly verdict: 'rejects';
      readonly way: readonly string[];
      readonly why: string;
      readonly field: Field | null;
    };

export const ACCEPTS: Judgement = { verdict: 'accepts' };
export const UNKNOWN: Judgement = { verdict: 'unknown' };
export const rejects = (why: string, field: Field | null = null): Judgement => ({
  verdict: 'rejects',
  way: [],
  why,
  field,
});
