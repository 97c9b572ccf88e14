import { byText } from '../../core/compare.ts';
import type { Finding } from '../../core/finding.ts';
import { SEVERITIES } from './findings-report.ts';

/** The worst first: by severity, then by how far over the limit, what is over none last; then by place. */
export const rankFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      excess(b) - excess(a) ||
      byText(a.place.path, b.place.path) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      byText(a.rule, b.rule) ||
      byText(a.what, b.what),
  );

const excess = ({ value, limit }: Finding): number =>
  value === undefined || limit === undefined || value <= limit ? 0 : value / limit;

/** `file-lines 5, stale-entry 3`: how many of each rule, the most first. */
export function countByRule(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || byText(a, b))
    .map(([rule, count]) => `${rule} ${count}`)
    .join(', ');
}

/** The one command to paste: that of the worst finding which has one. */
export const nextCommand = (findings: readonly Finding[]): string | null =>
  rankFindings(findings).find(({ command }) => command !== undefined)?.command ?? null;
