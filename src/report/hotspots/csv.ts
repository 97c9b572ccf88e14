import type { Hotspot, HotspotReport } from '../../../analyzers/hotspots/hotspot.ts';
import { floorOf } from '../../../analyzers/hotspots/score.ts';

const COLUMNS: readonly (readonly [title: string, cell: (entry: Hotspot) => string | number | null | undefined])[] = [
  ['rank', ({ rank }) => rank],
  ['score', ({ score }) => Math.round(score * 10_000) / 10_000],
  ['floor', ({ cognitive }) => floorOf(cognitive)],
  ['path', ({ path }) => path],
  ['line', ({ line }) => line],
  ['symbol', ({ symbol }) => symbol],
  ['module', ({ module }) => module],
  ['language', ({ language }) => language],
  ['lines', ({ lines }) => lines],
  ['code', ({ code }) => code],
  ['functions', ({ functions }) => functions],
  ['cognitive', ({ cognitive }) => cognitive],
  ['cyclomatic', ({ cyclomatic }) => cyclomatic],
  ['worst_function', ({ worst }) => worst?.symbol],
  ['worst_cognitive', ({ worst }) => worst?.cognitive],
  ['commits', ({ churn }) => churn?.revisions],
  ['recent_commits', ({ churn }) => churn && Math.round(churn.revisionsDecayed * 10_000) / 10_000],
  ['authors', ({ churn }) => churn?.authors],
  ['last_change', ({ churn }) => churn?.lastChange],
  ['age_months', ({ churn }) => churn?.age],
];

/** As RFC 4180 says, with a line of titles; what is not known is an empty cell. */
export const hotspotsToCsv = ({ entries }: HotspotReport): string =>
  [COLUMNS.map(([title]) => title), ...entries.map((entry) => COLUMNS.map(([, cell]) => quoted(cell(entry))))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');

/** A text that a spreadsheet would take for a formula is led by an apostrophe, which the spreadsheet does not show. */
function quoted(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
