import type { CheckSummary } from '../../../analyzers/gate/run-checks.ts';
import type { Finding } from '../../core/finding.ts';

/** What `check` hands to its reporters: the findings of all rules together. */
export interface FindingsReport {
  /** Sorted by path, then line. */
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleSummary[];
  /** Of each check beside the budget: its verdict and what it measured. */
  readonly checks?: readonly CheckSummary[];
  /** What could not be judged: neither passed nor failed. */
  readonly unknown: readonly { readonly path: string; readonly reason: string; readonly line?: number }[];
  /** From the top of the repository to the workspace, `pkgs/a/`; hosts know files by their path in the repository. Default ''. */
  readonly prefix?: string;
  /** Where only what a branch made worse was asked for: the merge base, and what was over a ceiling there and is no worse. */
  readonly compared?: { readonly base: string; readonly unchanged: number };
}

/** What a rule looked at. A rule of the budget is on where it has a ceiling; others say it by `on`. */
export interface RuleSummary {
  readonly id: string;
  readonly limit: number | null;
  readonly on?: boolean;
  readonly checked: number;
}

export const isOn = ({ limit, on }: RuleSummary): boolean => on ?? limit !== null;

export const SEVERITIES = ['error', 'warning', 'info'] as const;

export const countBySeverity = (findings: readonly Finding[]): Record<(typeof SEVERITIES)[number], number> => {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
};
