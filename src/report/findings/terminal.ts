import type { Finding } from '../../core/finding.ts';
import { reasonInWords } from '../../workspace/state-words.ts';
import { grouped, plural } from '../fit-text.ts';
import { wrap } from '../plan/wrap.ts';
import { sanitize } from '../sanitize.ts';
import { type Paint, painter } from '../style.ts';
import { countBySeverity, type FindingsReport, isOn, type RuleSummary } from './findings-report.ts';
import { countByRule, nextCommand, rankFindings } from './rank-findings.ts';

const MARK = { error: '✗', warning: '!', info: 'i' } as const;
/** At most four lines each, with the blank one; with the rest a failing run stays within 25 lines, so that a CI log shows it whole. */
const SHOWN = 6;

/** The worst findings with place, owner, why and what to do; what was left out; and last one command to paste. Ends with a newline. */
export function findingsToTerminal(report: FindingsReport, { color, width }: TerminalLook): string {
  const paint = painter(color);
  const ranked = rankFindings(report.findings);
  const rest = ranked.slice(SHOWN);
  const command = nextCommand(ranked);
  const shown = ranked.slice(0, SHOWN);
  const lines = [
    ...shown.flatMap((finding, at) => [
      ...findingLines(finding, { paint, width, saysWhy: isFirstToSay(shown, at) }),
      '',
    ]),
    ...(rest.length > 0 ? [`and ${grouped(rest.length)} more (${countByRule(rest)}): omni-refactor check --json`] : []),
    ...detailLines(report, paint),
    ...unknownLine(report, paint),
    ...comparedLine(report, paint),
    summary(report, paint),
    ...(command === null ? [] : ['', paint('command', sanitize(command))]),
  ];
  return `${lines.join('\n')}\n`;
}

export interface TerminalLook {
  readonly color: boolean;
  /** Columns of the terminal; Infinity where a program reads it: nothing is wrapped. */
  readonly width: number;
}

/** The same reason is said once a rule. */
const isFirstToSay = (shown: readonly Finding[], at: number): boolean =>
  shown.findIndex(({ rule, why }) => rule === shown[at]!.rule && why === shown[at]!.why) === at;

interface LineLook {
  readonly paint: Paint;
  readonly width: number;
  readonly saysWhy: boolean;
}

function findingLines(finding: Finding, { paint, width, saysWhy }: LineLook): string[] {
  const { severity, place, rule, why, whatToDo, owner } = finding;
  const location = `${sanitize(place.path)}:${place.line ?? 1}`;
  const tags = [rule, ...(owner === undefined ? [] : [`owner ${sanitize(owner)}`])].join(', ');
  const head = `${MARK[severity]} ${location}  ${sanitize(withoutPath(finding))}  (${tags})`;
  const lines = wrap(head, width - INDENT.length).map((line, at) => (at === 0 ? line : `${INDENT}${line}`).trimEnd());
  return [
    ...lines.map((line, at) =>
      faintEnd(at === 0 ? paintedStart(line, severity, location, paint) : line, `(${tags})`, paint),
    ),
    ...(saysWhy ? labelled('why:', why, width, paint) : []),
    ...labelled('do:', whatToDo, width, paint),
  ];
}

const INDENT = '    ';

/** A place that holds blanks may be broken, and is not painted then. */
const paintedStart = (line: string, severity: Finding['severity'], location: string, paint: Paint): string =>
  line.replace(`${MARK[severity]} ${location}`, () => `${paint(severity, MARK[severity])} ${paint('path', location)}`);

const faintEnd = (line: string, end: string, paint: Paint): string =>
  line.endsWith(end) ? `${line.slice(0, -end.length)}${paint('faint', end)}` : line;

const LABEL = 9;

function labelled(label: string, text: string, width: number, paint: Paint): string[] {
  const [first = '', ...more] = wrap(sanitize(text), width - LABEL);
  return [
    `    ${paint('faint', label)}${' '.repeat(LABEL - 4 - label.length)}${first}`,
    ...more.map((one) => `${' '.repeat(LABEL)}${one}`),
  ];
}

/** The place stands at the front of the line: what names it once more is shorter without. */
function withoutPath({ what, place: { path } }: Finding): string {
  if (what.startsWith(`${path} `)) return what.slice(path.length + 1);
  return what.replace(` in ${path} `, ' ');
}

function unknownLine({ unknown }: FindingsReport, paint: Paint): string[] {
  const [first] = unknown;
  if (!first) return [];
  const more = unknown.length > 1 ? ' …' : '';
  const heading = `${plural(unknown.length, 'file')} could not be judged:`;
  return [`${paint('warning', heading)} ${sanitize(first.path)} (${sanitize(reasonInWords(first.reason))})${more}`];
}

const comparedLine = ({ compared }: FindingsReport, paint: Paint): string[] =>
  compared
    ? [
        paint(
          'faint',
          `Since the merge base ${compared.base.slice(0, 10)}; ${grouped(compared.unchanged)} over a ceiling there too and no worse.`,
        ),
      ]
    : [];

/** One check that was asked alone says what it waits for. */
function whatIsMissing(checks: FindingsReport['checks']): string {
  const [only, ...more] = checks ?? [];
  return only === undefined || more.length > 0
    ? 'no rule has a ceiling in omni-refactor.toml, and there is nothing else to check. Begin with: omni-refactor init'
    : `${only.id} waits for ${only.waitsFor}`;
}

function summary({ findings, rules, unknown, checks }: FindingsReport, paint: Paint): string {
  const on = rules.filter(isOn);
  if (on.length === 0) return `${paint('warning', 'Nothing was checked:')} ${whatIsMissing(checks)}`;
  const ruled = on.filter(({ limit }) => limit !== null);
  // What is unknown has a line of its own; that nothing is, is said too: a file that is read in part would be.
  const all = ruled.length > 0 && unknown.length === 0 ? ['0 files unknown'] : [];
  const ran = `(${[...ruled.map(ruleText), ...checksText(checks), ...all].join('; ')})`;
  const { error, warning, info } = countBySeverity(findings);
  if (error + warning + info === 0) {
    const open = unknown.length > 0 ? `, ${plural(unknown.length, 'file')} unknown` : '';
    return `${paint('fine', `✓ No findings${open}`)} ${paint('faint', ran)}`;
  }
  const parts = [
    ...(error > 0 ? [plural(error, 'error')] : []),
    ...(warning > 0 ? [plural(warning, 'warning')] : []),
    ...(info > 0 ? [`${info} info`] : []),
  ];
  const files = new Set(findings.map(({ place }) => place.path)).size;
  const token = error > 0 ? 'error' : warning > 0 ? 'warning' : 'fine';
  return `${paint(token, parts.join(', '))} in ${plural(files, 'file')} ${paint('faint', ran)}`;
}

const ruleText = ({ id, limit, checked }: RuleSummary): string => `${id} up to ${limit}: ${checked} checked`;

const checksText = (checks: FindingsReport['checks'] = []): string[] =>
  checks.filter(({ verdict }) => verdict !== 'off').map(({ id, verdict }) => `${id}: ${verdict}`);

/** What the checks measured and is not all well: one line each. */
const detailLines = ({ checks }: FindingsReport, paint: Paint): string[] =>
  (checks ?? []).flatMap(({ id, details }) =>
    details
      .filter(({ verdict }) => verdict !== 'enforced')
      .map(
        ({ name, verdict, found }) =>
          `${paint(verdict === 'unknown' ? 'warning' : 'faint', `${verdict}`)}  ${id} ${sanitize(name)}: ${sanitize(found)}`,
      ),
  );
