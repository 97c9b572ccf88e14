import type { Finding, Rule } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';

/** One check of the gate: an analyzer whose findings fail a build. */
export interface Check {
  /** Its name on the command line, in the configuration and in JSON. */
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
  /** What has to be there before it looks at anything: `a [boundary] table in omni-refactor.toml`. */
  readonly waitsFor: string;
  readonly run: (view: View) => CheckResult;
  /** What a branch took away since the merge base, beside what it added. */
  readonly compare?: (view: View, before: View) => readonly Finding[];
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** How many things each rule looked at; a rule that is missing here looked at nothing. */
  readonly checked: Readonly<Record<string, number>>;
  /** What could not be judged: neither passed nor failed. */
  readonly unknown: readonly Unknown[];
  /** What was measured beside the findings (coverage, lanes): as JSON, for people and programs. */
  readonly details: readonly Detail[];
}

export interface Unknown {
  readonly path: string;
  readonly reason: string;
}

/** One row of a check's own table, with a verdict that is never a pass for what was not looked at. */
export interface Detail {
  readonly name: string;
  readonly verdict: DetailVerdict;
  readonly found: string;
  readonly place?: { readonly path: string; readonly line: number };
  /** Values that only this check has: `{ covered: [...], missing: [...], total: 23 }`. */
  readonly values?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

export const DETAIL_VERDICTS = ['enforced', 'partial', 'advisory', 'vacuous', 'missing', 'unknown'] as const;
export type DetailVerdict = (typeof DETAIL_VERDICTS)[number];

/** `off`: the workspace has nothing that the check is about, or it waits for a declaration. */
export type CheckVerdict = 'pass' | 'fail' | 'unknown' | 'off';

export const NOTHING_CHECKED: CheckResult = { findings: [], checked: {}, unknown: [], details: [] };

export const defineCheck = (check: Check): Check => check;
