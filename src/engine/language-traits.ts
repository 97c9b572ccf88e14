import type { Rung } from '../core/evidence.ts';
import type { LanguageId } from '../core/unit.ts';

export interface LanguageTraits {
  /** That its prover can show. */
  readonly rungs: readonly Rung[];
  /** `--break-cycles` can be asked for. */
  readonly breaksCycles: boolean;
}

const EVERY: readonly Rung[] = ['S', 'B', 'A', 'M', 'T'];

/** What is said of a language before anything is planned or proven. Apart from the rest: provers and codemods take long to load, and much room. */
export const LANGUAGE_TRAITS = {
  rust: { rungs: EVERY, breaksCycles: false },
  python: { rungs: EVERY, breaksCycles: true },
  javascript: { rungs: EVERY, breaksCycles: false },
} as const satisfies Readonly<Record<LanguageId, LanguageTraits>>;
