import type { Place } from '../../src/core/finding.ts';

export const STATES = ['enforced', 'partial', 'missing', 'unknown'] as const;
export type GuardrailState = (typeof STATES)[number];

/** One thing that keeps a repository from growing back, and how far it holds. */
export interface Guardrail {
  readonly id: string;
  readonly title: string;
  /** `partial`: it stands, but not everywhere. `unknown`: it cannot be found out from here; never a pass. */
  readonly state: GuardrailState;
  /** What was found. */
  readonly found: string;
  /** The next step; null where there is none. */
  readonly whatToDo: string | null;
  /** Where it stands, or what first breaks it; absent where no file says it. */
  readonly place?: Place;
  /** The owners of that file by CODEOWNERS. */
  readonly owner?: string | null;
}

/** Something over its ceiling, and what excuses it. */
export interface Excess {
  readonly rule: string;
  readonly path: string;
  readonly line: number | null;
  readonly symbol: string | null;
  readonly value: number;
  readonly ceiling: number;
  readonly held: 'exception' | 'baseline' | 'nothing';
  /** Of the exception, else by CODEOWNERS. */
  readonly owner: string | null;
  /** ISO day; only exceptions have one. */
  readonly expires: string | null;
  /** The day is over. */
  readonly expired: boolean;
  /** Rank among all files by score. */
  readonly rank: number | null;
}

export interface StatusReport {
  readonly today: string;
  readonly guardrails: readonly Guardrail[];
  /** The hottest first. */
  readonly over: readonly Excess[];
}
