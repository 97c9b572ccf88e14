import type { Detail } from '../../../analyzers/gate/check.ts';
import type { Finding } from '../../core/finding.ts';
import { reportJson } from '../report-json.ts';
import { countBySeverity, type FindingsReport, isOn } from './findings-report.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { FindingsJson } from './schema.ts';

/** As `schemas/findings.schema.json` says. Ends with a newline. */
export function findingsToJson({ findings, rules, unknown, compared, checks }: FindingsReport): string {
  const json: FindingsJson = {
    schemaVersion: 1,
    kind: 'findings',
    summary: { ...countBySeverity(findings), unknown: unknown.length },
    rules: rules.map((rule) => ({ id: rule.id, limit: rule.limit, on: isOn(rule), checked: rule.checked })),
    compared: compared ?? null,
    checks: (checks ?? []).map(({ id, verdict, details }) => ({ id, verdict, details: details.map(detailToJson) })),
    findings: findings.map(findingToJson),
    unknown: unknown.map(({ path, reason, line }) => ({ path, reason, line: line ?? null })),
  };
  return reportJson(json);
}

const findingToJson = (finding: Finding): FindingsJson['findings'][number] => ({
  rule: finding.rule,
  severity: finding.severity,
  place: {
    path: finding.place.path,
    line: finding.place.line ?? null,
    column: finding.place.column ?? null,
    endLine: finding.place.endLine ?? null,
  },
  symbol: finding.symbol ?? null,
  what: finding.what,
  why: finding.why,
  whatToDo: finding.whatToDo,
  value: finding.value ?? null,
  limit: finding.limit ?? null,
  owner: finding.owner ?? null,
  command: finding.command ?? null,
  fingerprint: fingerprintOf(finding),
});

const detailToJson = ({
  name,
  verdict,
  found,
  place,
  values,
}: Detail): FindingsJson['checks'][number]['details'][number] => ({
  name,
  verdict,
  found,
  place: place ?? null,
  values: Object.fromEntries(
    Object.entries(values ?? {}).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value]),
  ) as Record<string, string | number | boolean | null | string[]>,
});
