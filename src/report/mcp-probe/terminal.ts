import { plural } from '../fit-text.ts';
import { wrap } from '../plan/wrap.ts';
import { sanitize } from '../sanitize.ts';
import { type Paint, painter } from '../style.ts';
import type { McpProbeReport } from './schema.ts';

const MARK = { error: '✗', warning: '!', info: 'i' } as const;
const INDENT = '    ';
const LEAST_WIDTH = 40;

interface Look {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** What was agreed on, every finding with what to do and what the specification says, and how the server ended. Ends with a newline. */
export function mcpProbeToTerminal(report: McpProbeReport, { color, width }: Look): string {
  const paint = painter(color);
  const columns = Math.max(LEAST_WIDTH, width);
  const lines = [
    ...wrapped(headline(report), columns, ''),
    ...report.findings.flatMap((finding) => findingLines(finding, paint, columns)),
    ...report.skipped.flatMap(({ tool, why }) =>
      wrapped(`not called: ${sanitize(tool)}, because ${sanitize(why)}`, columns, ''),
    ),
    ...wrapped(ending(report), columns, ''),
    summary(report, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function headline({ server, lists, outcome, target }: McpProbeReport): string {
  if (server === null) {
    const where = outcome.during === null ? '' : ` at ${sanitize(outcome.during)}`;
    return `${sanitize(target)}: nothing was agreed on (${outcome.class}${where}).`;
  }
  const name = [server.name, server.version].flatMap((one) => (one === null ? [] : [sanitize(one)])).join(' ');
  const parts = lists.map(({ kind, items }) => `${items} ${WORDS[kind] ?? kind}`).join(', ');
  return `${name || sanitize(target)}: revision ${server.protocolVersion}${parts === '' ? '' : `, ${parts}`}.`;
}

const WORDS: Readonly<Record<string, string>> = { resourceTemplates: 'resource templates' };

function findingLines(finding: McpProbeReport['findings'][number], paint: Paint, columns: number): string[] {
  const { rule, severity, symbol, place, what, why, whatToDo, clause, sample, count } = finding;
  const times = count > 1 ? ` ×${count}` : '';
  const where = place === null ? '' : `${sanitize(place.path)}:${place.line} `;
  const about = symbol === null ? '' : `  ${sanitize(symbol)}`;
  const said = (label: string, text: string): string[] => {
    const [first = '', ...rest] = wrapped(`${label} ${text}`, columns, INDENT);
    return [first.replace(label, paint('faint', label)), ...rest];
  };
  return [
    `${paint(severity, MARK[severity])} ${paint('path', where)}${rule}${about}${times}`,
    ...wrapped(sanitize(what), columns, INDENT),
    ...(sample === null ? [] : said('said:', sanitize(sample))),
    ...said('why:', sanitize(why)),
    ...said('do:', sanitize(whatToDo)),
    ...(clause === null ? [] : [...said('spec:', clause.says), `${INDENT}${clause.url}`]),
  ];
}

const ENDINGS: Readonly<Record<McpProbeReport['closing']['by'], string>> = {
  none: '',
  before: 'It ended before it was asked to',
  'end-of-input': 'It ended with its input',
  SIGTERM: 'It ended on SIGTERM',
  SIGKILL: 'It was killed',
  nothing: 'It could not be ended',
};

function ending({ closing }: McpProbeReport): string {
  const { by, exitCode, signal } = closing;
  if (by === 'none') return '';
  const how = exitCode !== null ? `exit code ${exitCode}` : signal !== null ? signal : 'no exit code';
  return `${ENDINGS[by]} (${how}).`;
}

function summary({ summary: { error, warning, info }, outcome }: McpProbeReport, paint: Paint): string {
  const done = outcome.class === 'completed' ? '' : ` (${outcome.class}: not everything could be asked)`;
  if (error + warning + info === 0) return `${paint('fine', '✓ No findings')}${done}`;
  const parts = [
    ...(error > 0 ? [plural(error, 'error')] : []),
    ...(warning > 0 ? [plural(warning, 'warning')] : []),
    ...(info > 0 ? [`${info} info`] : []),
  ];
  return `${paint(error > 0 ? 'error' : warning > 0 ? 'warning' : 'fine', parts.join(', '))}${done}`;
}

const wrapped = (text: string, columns: number, indent: string): string[] =>
  text === '' ? [] : wrap(text, columns - indent.length).map((line) => `${indent}${line}`);
