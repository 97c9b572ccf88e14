import type { Finding } from '../../core/finding.ts';
import { plural } from '../fit-text.ts';
import { sanitize } from '../sanitize.ts';
import { type Paint, painter } from '../style.ts';
import { countBySeverity, type FindingsReport } from './findings-report.ts';

const MARK = { error: '✗', warning: '!', info: 'i' } as const;

/** Findings below the file that they are about: what is wrong, why it matters, what to do. Ends with a newline. */
export function findingsToTerminal(report: FindingsReport, { color }: { readonly color: boolean }): string {
  const paint = painter(color);
  const groups = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const { path } = finding.place;
    groups.set(path, [...(groups.get(path) ?? []), finding]);
  }
  const blocks = [...groups].map(([path, findings]) =>
    [paint('path', sanitize(path)), ...findings.flatMap((finding) => findingLines(finding, paint))].join('\n'),
  );
  return `${[...blocks, ...unknownBlock(report, paint), summary(report, paint)].join('\n\n')}\n`;
}

function findingLines(finding: Finding, paint: Paint): string[] {
  const { severity, place, rule, what, why, whatToDo } = finding;
  const at = place.line === undefined ? '' : `${paint('faint', `line ${place.line}`)}  `;
  return [
    `  ${paint(severity, `${MARK[severity]} ${severity}`)}  ${at}${sanitize(what)}  ${paint('faint', rule)}`,
    `      ${paint('faint', 'why:')} ${sanitize(why)}`,
    `      ${paint('faint', 'do:')}  ${paint('command', sanitize(whatToDo))}`,
  ];
}

function unknownBlock({ unknown }: FindingsReport, paint: Paint): string[] {
  if (unknown.length === 0) return [];
  const lines = unknown.map(({ path, reason }) => `  ${sanitize(path)}: ${sanitize(reason)}`);
  return [[paint('warning', `${plural(unknown.length, 'file')} could not be judged:`), ...lines].join('\n')];
}

function summary({ findings, rules, unknown }: FindingsReport, paint: Paint): string {
  const on = rules.filter(({ limit }) => limit !== null);
  if (on.length === 0)
    return `${paint('warning', 'Nothing was checked:')} no rule has a ceiling in omni-refactor.toml.`;
  const ran = `(${on.map(({ id, limit, checked }) => `${id} up to ${limit}: ${checked} checked`).join('; ')})`;
  if (findings.length === 0) {
    const open = unknown.length > 0 ? `, ${plural(unknown.length, 'file')} unknown` : '';
    return `${paint('fine', `✓ No findings${open}`)} ${paint('faint', ran)}`;
  }
  const { error, warning, info } = countBySeverity(findings);
  const parts = [
    ...(error > 0 ? [plural(error, 'error')] : []),
    ...(warning > 0 ? [plural(warning, 'warning')] : []),
    ...(info > 0 ? [`${info} info`] : []),
  ];
  const files = new Set(findings.map(({ place }) => place.path)).size;
  return `${paint(error > 0 ? 'error' : 'warning', parts.join(', '))} in ${plural(files, 'file')} ${paint('faint', ran)}`;
}
