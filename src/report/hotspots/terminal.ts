import type { FirstHotspots } from '../../../analyzers/hotspots/first/first-hotspots.ts';
import type { Grouping, HotspotReport } from '../../../analyzers/hotspots/hotspot.ts';
import { FLOOR } from '../../../analyzers/hotspots/score.ts';
import type { LeftOut } from '../../git/history.ts';
import { reasonInWords } from '../../workspace/state-words.ts';
import { grouped, plural } from '../fit-text.ts';
import { sanitize } from '../sanitize.ts';
import { type Paint, painter } from '../style.ts';
import { renderTable } from '../table.ts';
import { columnsOf } from './columns.ts';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
}

/** A ranked table with what stands behind it; ends with a newline. */
export function hotspotsToTerminal(report: HotspotReport, { width, color }: TerminalOptions): string {
  const paint = painter(color);
  const { entries } = report;
  const table = entries.length === 0 ? [] : [...renderTable(columnsOf(report, width), entries, width, paint), ''];
  return `${[...table, ...totals(report), ...history(report, paint)].join('\n')}\n`;
}

/** The same table where enough files were read for its rows; what all files together say is not known. */
export function firstHotspotsToTerminal(report: FirstHotspots, { width, color }: TerminalOptions): string {
  const paint = painter(color);
  const { entries, found, read, failed } = report;
  const listed = { ...report, options: { by: 'file' as const } };
  const lines = [
    ...renderTable(columnsOf(listed, width), entries, width, paint),
    '',
    `The first ${plural(entries.length, 'file')}, ranked after reading ${grouped(read)} of ${grouped(found)}: no other can be among them. --all reads and counts all.`,
    ...failures(failed),
    ...history(listed, paint),
  ];
  return `${lines.join('\n')}\n`;
}

const SHOWN_FAILURES = 5;

function totals({ entries, options, totals }: HotspotReport): string[] {
  const { found, partial, failed, modules, lines, code, functions } = totals;
  const { by, top } = options;
  const all = allOf(by, totals);
  const listed =
    all === null || entries.length >= all
      ? entries.length === top
        ? `The first ${plural(top, by)} listed. `
        : ''
      : `${grouped(entries.length)} of ${plural(all, by)} listed. `;
  return [
    `${listed}${plural(found, 'source file')} in ${plural(modules, 'module')}: ${plural(lines, 'line')}, ${grouped(code)} of code; ${plural(functions, 'function')}.`,
    ...(partial > 0 ? [`${plural(partial, 'file')} with syntax errors, measured as far as they go.`] : []),
    ...failures(failed),
  ];
}

function failures(failed: HotspotReport['totals']['failed']): string[] {
  const more = failed.length - SHOWN_FAILURES;
  return [
    ...(failed.length > 0 ? [`${plural(failed.length, 'file')} could not be read:`] : []),
    ...failed
      .slice(0, SHOWN_FAILURES)
      .map(({ path, reason }) => `  ${sanitize(path)}: ${sanitize(reasonInWords(reason))}`),
    ...(more > 0 ? [`  and ${grouped(more)} more`] : []),
  ];
}

/** How many entries there are without a cut; null where the totals do not say. */
function allOf(by: Grouping, { modules, read, functions }: HotspotReport['totals']): number | null {
  if (by === 'crate') return null;
  return { file: read, module: modules, function: functions }[by];
}

type Ranked = Pick<HotspotReport, 'history'> & { readonly options: Pick<HotspotReport['options'], 'by'> };

function history({ history, options }: Ranked, paint: Paint): string[] {
  if (!history.used)
    return [`${paint('warning', 'No history in the score:')} ${sanitize(history.reason)}. Ranked by complexity alone.`];
  const { commits, head, headDate, since, leftOut, notes, lines } = history;
  const from = since === null ? '' : ` since ${sanitize(since)}`;
  if (options.by === 'function' && 'reason' in lines)
    return [`${paint('warning', 'No history in the score:')} ${sanitize(lines.reason)}. Ranked by complexity alone.`];
  const counted =
    options.by === 'function' && 'since' in lines
      ? ` Functions: commits since ${lines.since} that changed their lines.`
      : '';
  const period = `${plural(commits, 'commit')}${from} up to ${headDate} (${head.slice(0, 10)})${leftOutText(leftOut)}`;
  return [
    paint('faint', `Score: recent commits × log2(2 + cognitive) + cognitive / ${FLOOR}. ${period}.${counted}`),
    ...notes.map((note) => `${paint('warning', 'Note:')} ${sanitize(note)}.`),
  ];
}

function leftOutText(leftOut: LeftOut | null): string {
  if (leftOut === null) return '';
  const { merges, bots, sweeping, ignored } = leftOut;
  const parts = [
    ...(merges > 0 ? [plural(merges, 'merge')] : []),
    ...(bots > 0 ? [`${grouped(bots)} by bots`] : []),
    ...(sweeping > 0 ? [`${grouped(sweeping)} sweeping`] : []),
    ...(ignored > 0 ? [`${grouped(ignored)} ignored by .git-blame-ignore-revs`] : []),
  ];
  return parts.length === 0 ? '' : `, without ${parts.join(', ')}`;
}
