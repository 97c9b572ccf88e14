import { sanitize } from '../sanitize.ts';
import type { FindingsReport } from './findings-report.ts';
import { uniqueFingerprints } from './fingerprint.ts';
import { rankFindings } from './rank-findings.ts';

const SEVERITY = { error: 'major', warning: 'minor', info: 'info' } as const;

/** GitLab's code quality report. Its format has no place for what could not be judged. Ends with a newline. */
export function findingsToGitlab({ findings }: FindingsReport): string {
  const ranked = rankFindings(findings);
  const prints = uniqueFingerprints(ranked);
  const issues = ranked.map(({ rule, severity, place, what, whatToDo }, i) => ({
    description: sanitize(`${what}. ${whatToDo}`),
    check_name: `omni/${rule}`,
    fingerprint: prints[i],
    severity: SEVERITY[severity],
    location: { path: place.path, lines: { begin: place.line ?? 1, end: place.endLine ?? place.line ?? 1 } },
  }));
  return `${JSON.stringify(issues, null, 1)}\n`;
}
