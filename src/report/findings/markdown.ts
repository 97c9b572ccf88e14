import type { Finding } from '../../core/finding.ts';
import { escapeCell, escapeCode, escapeLine } from '../escape-markdown.ts';
import { grouped, plural } from '../fit-text.ts';
import { countBySeverity, type FindingsReport, isOn } from './findings-report.ts';
import { countByRule, nextCommand, rankFindings } from './rank-findings.ts';

/** A pull request comment holds 65,536 characters, a step summary a megabyte: the rows that fit both with room to spare. */
const MOST_CHARACTERS = 60_000;

/** For pull request comments and step summaries: a table of the worst, how many were left out, one command. Ends with a newline. */
export function findingsToMarkdown(report: FindingsReport): string {
  const ranked = rankFindings(report.findings);
  const command = nextCommand(ranked);
  const head = [`### ${titleOf(report)}`, ...unknownLine(report), ...checkTable(report)];
  const foot = command === null ? [] : ['', 'Next:', '', '```sh', command.replace(/`{3,}/g, '``'), '```'];
  if (ranked.length === 0) return `${[...head, ...foot].join('\n')}\n`;
  const table = ['', '| | where | what | owner | what to do |', '| --- | --- | --- | --- | --- |'];
  const rows: string[] = [];
  let size = [...head, ...table, ...foot].join('\n').length + 200;
  for (const finding of ranked) {
    const row = rowOf(finding);
    size += row.length + 1;
    if (size > MOST_CHARACTERS) break;
    rows.push(row);
  }
  const rest = ranked.slice(rows.length);
  const more = rest.length > 0 ? ['', `${grouped(rest.length)} more left out (${countByRule(rest)}).`] : [];
  return `${[...head, ...table, ...rows, ...more, ...foot].join('\n')}\n`;
}

function titleOf({ findings, rules, checks, unknown }: FindingsReport): string {
  const { error, warning, info } = countBySeverity(findings);
  if (!rules.some(isOn)) return 'omni-refactor: nothing was checked, no rule has a ceiling';
  if (error + warning === 0)
    return `omni-refactor: ${checks ? 'the gate' : 'the budget'} holds${unknown.length > 0 ? ' where it could be judged' : ''}${info > 0 ? `, ${info} moved` : ''}`;
  return `omni-refactor: ${[error > 0 ? plural(error, 'error') : '', warning > 0 ? plural(warning, 'warning') : ''].filter((part) => part !== '').join(', ')}`;
}

const unknownLine = ({ unknown, compared }: FindingsReport): string[] => [
  ...(compared
    ? [
        '',
        `Since the merge base ${compared.base.slice(0, 10)}; ${grouped(compared.unchanged)} over a ceiling there too and no worse.`,
      ]
    : []),
  ...(unknown.length === 0
    ? []
    : ['', `${plural(unknown.length, 'file')} could not be judged:`, '', ...unknownRows(unknown)]),
];

const MOST_UNKNOWN = 20;

const unknownRows = (unknown: FindingsReport['unknown']): string[] => [
  ...unknown.slice(0, MOST_UNKNOWN).map(({ path, reason }) => `- ${escapeCode(path)}: ${escapeLine(reason)}`),
  ...(unknown.length > MOST_UNKNOWN ? [`- and ${grouped(unknown.length - MOST_UNKNOWN)} more`] : []),
];

const STATE = { pass: '✅', fail: '❌', unknown: '❔', off: '–' } as const;

/** What each check measured, so that a summary shows the state at a glance. */
const checkTable = ({ checks }: FindingsReport): string[] =>
  checks?.some(({ verdict }) => verdict !== 'off')
    ? [
        '',
        '| | check | what | found |',
        '| --- | --- | --- | --- |',
        ...checks
          .filter(({ verdict }) => verdict !== 'off')
          .flatMap(({ id, verdict, details }) =>
            details.length === 0
              ? [`| ${STATE[verdict]} | ${id} | | |`]
              : details.map(
                  (detail) =>
                    `| ${STATE[verdict]} | ${id} | ${escapeCell(detail.name)} | ${detail.verdict}: ${escapeCell(detail.found)} |`,
                ),
          ),
      ]
    : [];

const MARK = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

const rowOf = ({ severity, place, what, owner, whatToDo, rule }: Finding): string =>
  `| ${MARK[severity]} ${rule} | ${escapeCode(`${place.path}:${place.line ?? 1}`)} | ${escapeCell(what)} | ${owner ? escapeCell(owner) : ''} | ${escapeCell(whatToDo)} |`;
