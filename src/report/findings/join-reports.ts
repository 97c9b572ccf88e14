import type { GateResult } from '../../../analyzers/gate/run-checks.ts';
import { byText } from '../../core/compare.ts';
import type { Finding } from '../../core/finding.ts';
import type { FindingsReport } from './findings-report.ts';

/** The budget's report with what the other checks found; null where the budget was not asked. */
export function joinReports(measured: FindingsReport | null, gate: GateResult): FindingsReport {
  return {
    findings: [...(measured?.findings ?? []), ...gate.findings].sort(inOrder),
    rules: [...(measured?.rules ?? []), ...gate.rules.filter(({ on }) => on)],
    unknown: [...(measured?.unknown ?? []), ...gate.unknown],
    checks: gate.checks,
    ...(measured?.compared ? { compared: measured.compared } : {}),
  };
}

const inOrder = (a: Finding, b: Finding): number =>
  byText(a.place.path, b.place.path) || (a.place.line ?? 0) - (b.place.line ?? 0) || byText(a.rule, b.rule);
