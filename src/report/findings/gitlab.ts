import { hashOf } from '../../core/hash.ts';
import { jsonText } from '../json-text.ts';
import { sanitize } from '../sanitize.ts';
import type { FindingsReport } from './findings-report.ts';
import { uniqueFingerprints } from './fingerprint.ts';
import { rankFindings } from './rank-findings.ts';

const SEVERITY = { error: 'major', warning: 'minor', info: 'info' } as const;

/** GitLab's code quality report; what could not be judged is an issue of the lowest severity. Ends with a newline. */
export function findingsToGitlab({ findings, unknown, prefix = '' }: FindingsReport): string {
  const ranked = rankFindings(findings);
  const prints = uniqueFingerprints(ranked);
  const issues = ranked.map(({ rule, severity, place, what, whatToDo }, i) => ({
    description: sanitize(`${what}. ${whatToDo}`),
    check_name: `omni/${rule}`,
    fingerprint: prints[i],
    severity: SEVERITY[severity],
    location: {
      path: `${prefix}${place.path}`,
      lines: { begin: place.line ?? 1, end: place.endLine ?? place.line ?? 1 },
    },
  }));
  const open = unknown.map(({ path, reason, line }) => ({
    description: sanitize(`Neither passed nor failed: ${reason}`),
    check_name: 'omni/unknown',
    fingerprint: hashOf(`unknown ${path}`).slice(0, 32),
    severity: SEVERITY.info,
    location: { path: `${prefix}${path}`, lines: { begin: line ?? 1, end: line ?? 1 } },
  }));
  return jsonText([...issues, ...open], 1);
}
