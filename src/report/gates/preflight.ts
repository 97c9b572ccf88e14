import type { Finding } from '../../core/finding.ts';
import type { PreflightStep } from '../../engine/gates/preflight.ts';
import { reportJson } from '../report-json.ts';
import { sanitize } from '../sanitize.ts';

export const preflightToJson = (findings: readonly Finding[], steps: readonly PreflightStep[]): string =>
  reportJson({
    schemaVersion: 1,
    kind: 'preflight',
    steps: steps.map(({ name, state, command, detail }) => ({ name, state, command, detail })),
    findings: findings.map(({ rule, severity, place, what, whatToDo }) => ({
      rule,
      severity,
      path: place.path,
      line: place.line ?? 1,
      what,
      whatToDo,
    })),
  });

/** Ends with a newline. */
export function preflightText(steps: readonly PreflightStep[]): string {
  const width = Math.max(...steps.map(({ name }) => name.length));
  return steps
    .map(({ name, state, detail }) => {
      const rows = detail === '' ? [] : detail.split('\n').map((line) => `    ${sanitize(line)}`);
      return `${[`${sanitize(name).padEnd(width)}  ${state}`, ...rows].join('\n')}\n`;
    })
    .join('');
}
