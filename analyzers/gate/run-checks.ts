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
  /** What it would look at, if it were there. */
  readonly waitsFor: string;
  readonly details: readonly Detail[];
}

/**
 * Runs checks over one view; exceptions and the baseline excuse what they name, and what nothing needs any more is a finding itself.
 * @param before the workspace at a merge base: then only what is new since counts, and what was taken away
 */
export function runChecks(view: View, checks: readonly Check[], before: View | null = null): GateResult {
  const ran = checks.map((check) => ({ check, result: view.remembered(`check ${check.id}`, check.run) }));
  const ownerOf = ownerFinder(view);
  const rules = new Set(checks.flatMap((check) => check.rules.map(({ id }) => id)));
  const owned = ran.flatMap(({ result }) => result.findings).map((finding) => withOwner(finding, ownerOf));
  const excused = excuse(view, owned, rules);
  const findings = before === null ? excused : sinceBase(view, before, checks, excused);
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
      waitsFor: check.waitsFor,
      verdict: verdictOf(result, findings, new Set(check.rules.map(({ id }) => id))),
      details: result.details,
    })),
  };
}

/** Without what the merge base had too, however it stood there. */
function sinceBase(view: View, before: View, checks: readonly Check[], findings: readonly Finding[]): Finding[] {
  const old = new Set(checks.flatMap((check) => check.run(before).findings.map(keyOf)));
  const taken = checks.flatMap((check) => check.compare?.(view, before) ?? []);
  return [...findings.filter((finding) => !old.has(keyOf(finding))), ...taken];
}

const keyOf = ({ rule, place, symbol }: Finding): string => `${rule}\0${place.path}\0${symbol ?? ''}`;

function withOwner(finding: Finding, ownerOf: (path: string) => string | null): Finding {
  const owner = finding.owner ?? ownerOf(finding.place.path);
  return owner === null ? finding : { ...finding, owner };
}

function verdictOf(result: CheckResult, findings: readonly Finding[], ruleIds: ReadonlySet<string>): CheckVerdict {
  if (findings.some(({ rule, severity }) => ruleIds.has(rule) && severity === 'error')) return 'fail';
  if (result.unknown.length > 0 || result.details.some(({ verdict }) => verdict === 'unknown')) return 'unknown';
  return Object.keys(result.checked).length === 0 ? 'off' : 'pass';
}

const inOrder = (a: Finding, b: Finding): number =>
  byText(a.place.path, b.place.path) ||
  (a.place.line ?? 0) - (b.place.line ?? 0) ||
  byText(a.rule, b.rule) ||
  byText(a.symbol ?? '', b.symbol ?? '') ||
  byText(a.what, b.what);
