import { byText } from '../../src/core/compare.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { ownerFinder } from '../budget/find-owner.ts';
import type { Check, CheckResult, CheckVerdict, Detail, Unknown } from './check.ts';
import { excuse } from './excuse.ts';

/** What the gate shows: the findings of several checks, with what excuses some of them. */
export interface GateResult {
  /** Sorted by path, then line. */
  readonly findings: readonly Finding[];
  readonly rules: readonly {
    readonly id: string;
    readonly limit: null;
    readonly on: boolean;
    readonly checked: number;
  }[];
  readonly unknown: readonly Unknown[];
  readonly checks: readonly CheckSummary[];
}

export interface CheckSummary {
  readonly id: string;
  readonly verdict: CheckVerdict;
  readonly details: readonly Detail[];
}

/** Runs checks over one view; exceptions and the baseline excuse what they name, and what nothing needs any more is a finding itself. */
export function runChecks(view: View, checks: readonly Check[]): GateResult {
  const ran = checks.map((check) => ({ check, result: check.run(view) }));
  const ownerOf = ownerFinder(view);
  const rules = new Set(checks.flatMap((check) => check.rules.map(({ id }) => id)));
  const owned = ran.flatMap(({ result }) => result.findings).map((finding) => withOwner(finding, ownerOf));
  const findings = excuse(view, owned, rules);
  return {
    findings: [...findings].sort(inOrder),
    rules: ran.flatMap(({ check, result }) =>
      check.rules.map(({ id }) => ({
        id,
        limit: null,
        on: result.checked[id] !== undefined,
        checked: result.checked[id] ?? 0,
      })),
    ),
    unknown: ran.flatMap(({ result }) => result.unknown),
    checks: ran.map(({ check, result }) => ({
      id: check.id,
      verdict: verdictOf(result, findings, new Set(check.rules.map(({ id }) => id))),
      details: result.details,
    })),
  };
}

function withOwner(finding: Finding, ownerOf: (path: string) => string | null): Finding {
  const owner = finding.owner ?? ownerOf(finding.place.path);
  return owner === null ? finding : { ...finding, owner };
}

function verdictOf(result: CheckResult, findings: readonly Finding[], own: ReadonlySet<string>): CheckVerdict {
  if (findings.some(({ rule, severity }) => own.has(rule) && severity === 'error')) return 'fail';
  if (result.unknown.length > 0 || result.details.some(({ verdict }) => verdict === 'unknown')) return 'unknown';
  return Object.keys(result.checked).length === 0 ? 'off' : 'pass';
}

const inOrder = (a: Finding, b: Finding): number =>
  byText(a.place.path, b.place.path) ||
  (a.place.line ?? 0) - (b.place.line ?? 0) ||
  byText(a.rule, b.rule) ||
  byText(a.symbol ?? '', b.symbol ?? '') ||
  byText(a.what, b.what);
