import type { ExplainedHotspot } from '../../../analyzers/hotspots/explain-hotspot.ts';
import type { Hotspot } from '../../../analyzers/hotspots/hotspot.ts';
import { FLOOR, floorOf } from '../../../analyzers/hotspots/score.ts';
import { couplingTable } from '../coupling/terminal.ts';
import { grouped, plural } from '../fit-text.ts';
import { sanitize } from '../sanitize.ts';
import { sparkline } from '../sparkline.ts';
import { type Paint, painter } from '../style.ts';
import { type Column, renderTable } from '../table.ts';

const SHOWN_FUNCTIONS = 12;
const SHOWN_PAIRS = 8;

/** Every number behind the score of one file, its functions, its owners and what changes with it. Ends with a newline. */
export function explainFileToTerminal(
  explained: ExplainedHotspot,
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const paint = painter(color);
  const { entry, files, functions, coupling } = explained;
  const blocks = [
    [`${paint('path', sanitize(entry.path))}  rank ${entry.rank} of ${grouped(files)}`, scoreLine(entry)],
    [
      `${plural(entry.lines, 'line')}, ${grouped(entry.code)} of code · cognitive ${grouped(entry.cognitive)} · cyclomatic ${grouped(entry.cyclomatic)} · ${plural(entry.functions, 'function')}`,
      baselineLine(entry),
    ],
    historyLines(explained, paint),
    functionLines(functions, width, paint),
    coupling.length === 0
      ? []
      : [
          paint('title', 'Changes together with'),
          ...couplingTable(coupling.slice(0, SHOWN_PAIRS), width, paint, entry.path),
          ...moreLine(coupling.length - SHOWN_PAIRS, 'pair'),
        ],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function scoreLine({ score, churn, cognitive }: Hotspot): string {
  const factor = churn === null ? '' : `${churn.revisionsDecayed.toFixed(2)} recent commits × `;
  return `score ${score.toFixed(2)} = ${factor}log2(2 + ${grouped(cognitive)}) + ${floorOf(cognitive).toFixed(2)} (cognitive / ${FLOOR})`;
}

const baselineLine = ({ baselines: { byLines, byRevisions } }: Hotspot): string =>
  `rank by lines of code alone ${grouped(byLines)}${byRevisions === null ? '' : `, by commits alone ${grouped(byRevisions)}`}`;

function historyLines({ history, entry: { churn, ownership } }: ExplainedHotspot, paint: Paint): string[] {
  if (!history.used || churn === null)
    return [`${paint('warning', 'No history in the score:')} ${history.used ? '' : sanitize(history.reason)}`];
  const ago = churn.age === null ? '' : `, ${plural(churn.age, 'month')} before ${history.headDate}`;
  const last = churn.lastChange === null ? 'no change in the period' : `last ${churn.lastChange}${ago}`;
  return [
    `${plural(churn.revisions, 'commit')} by ${plural(churn.authors, 'author')} (fragmentation ${churn.fragmentation.toFixed(2)}), ${last}`,
    `by month up to ${history.headDate.slice(0, 7)}: ${sparkline(churn.trend)}  ${paint('faint', churn.trend.join(' '))}`,
    ownerLine(history.lines, ownership, paint),
  ];
}

function ownerLine(
  lines: { readonly since: string } | { readonly reason: string },
  ownership: Hotspot['ownership'],
  paint: Paint,
): string {
  if ('reason' in lines) return paint('faint', `who owns it is not known: ${sanitize(lines.reason)}`);
  if (ownership === null) return `no line was added since ${lines.since}`;
  const { mainAuthor, share, busFactor, linesAdded } = ownership;
  return `since ${lines.since}: ${sanitize(mainAuthor)} added ${Math.round(100 * share)}% of ${plural(linesAdded, 'line')}; ${plural(busFactor, 'author')} more than half`;
}

const COLUMNS: readonly Column<Hotspot>[] = [
  { title: '#', cell: ({ rank }) => grouped(rank), align: 'right', priority: 0, token: () => 'faint' },
  { title: 'score', cell: ({ score }) => score.toFixed(1), align: 'right', priority: 0 },
  { title: 'line', cell: ({ line }) => String(line), align: 'right', priority: 0 },
  { title: 'function', cell: ({ symbol }) => sanitize(symbol ?? ''), align: 'left', priority: 0, shrinksTo: 16 },
  { title: 'lines', cell: ({ lines }) => grouped(lines), align: 'right', priority: 2 },
  { title: 'cognitive', cell: ({ cognitive }) => grouped(cognitive), align: 'right', priority: 1 },
  { title: 'commits', cell: ({ churn }) => (churn ? grouped(churn.revisions) : '–'), align: 'right', priority: 1 },
  { title: 'authors', cell: ({ churn }) => (churn ? grouped(churn.authors) : '–'), align: 'right', priority: 3 },
];

function functionLines(functions: readonly Hotspot[], width: number, paint: Paint): string[] {
  if (functions.length === 0) return [];
  return [
    paint('title', 'Its functions, ranked among all'),
    ...renderTable(COLUMNS, functions.slice(0, SHOWN_FUNCTIONS), width, paint),
    ...moreLine(functions.length - SHOWN_FUNCTIONS, 'function'),
  ];
}

const moreLine = (count: number, what: string): string[] => (count > 0 ? [`and ${plural(count, what)} more`] : []);
