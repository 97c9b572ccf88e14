import type { Finding } from '../../core/finding.ts';
import { grouped, plural } from '../fit-text.ts';
import { sanitize } from '../sanitize.ts';
import type { FindingsReport } from './findings-report.ts';
import { countByRule, rankFindings } from './rank-findings.ts';

/** GitHub shows ten annotations of each level from one step and drops the rest without a word. */
const MOST = 10;
const LEVEL = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands that annotate the changed files. Of a level with more than ten the last says how many were left out. */
export function findingsToGithub({ findings, unknown, prefix = '' }: FindingsReport): string {
  const ranked = rankFindings(findings);
  const lines = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const ofSeverity = ranked.filter((finding) => finding.severity === severity);
    const full = ofSeverity.length > MOST;
    const rest = full ? ofSeverity.slice(MOST - 1) : [];
    const shown = ofSeverity.slice(0, full ? MOST - 1 : MOST).map((finding) => annotation(finding, prefix));
    return full
      ? [
          ...shown,
          `::${LEVEL[severity]} title=omni-refactor::${data(`${grouped(rest.length)} more left out (${countByRule(rest)}); see the log: omni-refactor check --json`)}`,
        ]
      : shown;
  });
  const notices = unknown.slice(0, MOST).map((one) => unjudged(one, prefix));
  const notice = unknown.length > 0 ? [`${plural(unknown.length, 'file')} could not be judged.`] : [];
  return [...lines, ...notices, ...notice, ''].join('\n');
}

function unjudged({ path, reason, line }: FindingsReport['unknown'][number], prefix: string): string {
  const place = `file=${property(sanitize(`${prefix}${path}`))},line=${line ?? 1}`;
  return `::notice ${place},title=${property('omni-refactor unknown')}::${data(sanitize(`Neither passed nor failed: ${reason}`))}`;
}

function annotation({ severity, place, rule, what, why, whatToDo, owner }: Finding, prefix: string): string {
  const properties = [
    `file=${property(sanitize(`${prefix}${place.path}`))}`,
    `line=${place.line ?? 1}`,
    ...(place.endLine === undefined ? [] : [`endLine=${place.endLine}`]),
    ...(place.column === undefined ? [] : [`col=${place.column}`]),
    `title=${property(`omni-refactor ${rule}`)}`,
  ].join(',');
  const text = [what, `Why: ${why}`, ...(owner === undefined ? [] : [`Owner: ${owner}`]), `Do: ${whatToDo}`].map(
    sanitize,
  );
  return `::${LEVEL[severity]} ${properties}::${data(text.join('\n'))}`;
}

/** As the runner reads it back: https://github.com/actions/toolkit, core/command. */
const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
