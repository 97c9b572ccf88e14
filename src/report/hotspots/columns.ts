import type { FirstHotspot } from '../../../analyzers/hotspots/first/first-hotspots.ts';
import type { Grouping, HotspotReport } from '../../../analyzers/hotspots/hotspot.ts';
import { floorOf } from '../../../analyzers/hotspots/score.ts';
import { grouped, plural } from '../fit-text.ts';
import { sanitize } from '../sanitize.ts';
import type { Column } from '../table.ts';

/** A path gets at least this share of the width before other columns come in. */
const PATH_SHARE = 0.3;

const CHURN_COLUMNS: readonly Column<FirstHotspot>[] = [
  { title: 'commits', cell: ({ churn }) => (churn ? grouped(churn.revisions) : '–'), align: 'right', priority: 3 },
  { title: 'recent', cell: ({ churn }) => churn?.revisionsDecayed.toFixed(1) ?? '–', align: 'right', priority: 8 },
  {
    title: 'age',
    cell: ({ churn }) => (churn && churn.age !== null ? `${churn.age}m` : '–'),
    align: 'right',
    priority: 12,
  },
  { title: 'authors', cell: ({ churn }) => (churn ? grouped(churn.authors) : '–'), align: 'right', priority: 7 },
  {
    title: 'last change',
    cell: ({ churn }) => churn?.lastChange ?? '–',
    align: 'left',
    priority: 6,
    token: () => 'faint',
  },
];

/** The part of the score that no history takes away. */
const FLOOR_COLUMN: Column<FirstHotspot> = {
  title: 'floor',
  cell: ({ cognitive }) => floorOf(cognitive).toFixed(1),
  align: 'right',
  priority: 13,
  token: () => 'faint',
};

const FUNCTION_COLUMNS: readonly Column<FirstHotspot>[] = [
  { title: 'worst function', cell: worst, align: 'left', priority: 4, shrinksTo: 16 },
  { title: 'fns', cell: ({ functions }) => grouped(functions), align: 'right', priority: 9 },
];

/** What is shown of a ranking, whether all files were read for it or not. */
export interface Listed {
  readonly entries: readonly FirstHotspot[];
  readonly options: Pick<HotspotReport['options'], 'by'>;
  readonly history: Pick<HotspotReport['history'], 'used'>;
}

/** What a table of `width` columns can show of each hotspot; the table drops what has no room. */
export function columnsOf({ entries, options, history }: Listed, width: number): Column<FirstHotspot>[] {
  const top = entries.reduce((most, { score }) => Math.max(most, score), 0);
  const heat = ({ score }: FirstHotspot) => (score >= top / 2 ? 'hot' : score >= top / 5 ? 'warm' : null);
  const { by } = options;
  const columns: Column<FirstHotspot>[] = [
    { title: '#', cell: ({ rank }) => String(rank), align: 'right', priority: 0, token: () => 'faint' },
    { title: 'score', cell: ({ score }) => score.toFixed(1), align: 'right', priority: 0, token: heat },
    ...(history.used ? [FLOOR_COLUMN] : []),
    { title: '', cell: ({ score }) => bar(score, top), align: 'left', priority: 5, token: heat },
    {
      title: by,
      cell: (entry) => sanitize(nameOf(entry, by)),
      align: 'left',
      priority: 0,
      shrinksTo: Math.max(20, Math.floor(width * PATH_SHARE)),
      cut: 'start',
      token: () => 'path',
    },
    { title: 'lines', cell: ({ lines }) => grouped(lines), align: 'right', priority: 1 },
    { title: 'cognitive', cell: ({ cognitive }) => grouped(cognitive), align: 'right', priority: 2 },
    ...(by === 'function' ? [] : FUNCTION_COLUMNS),
    { title: 'cyclomatic', cell: ({ cyclomatic }) => grouped(cyclomatic), align: 'right', priority: 10 },
    ...(history.used ? CHURN_COLUMNS : []),
  ];
  if (by === 'crate') return [...columns, { ...MODULE_COLUMN, title: 'manifest', cell: ({ path }) => sanitize(path) }];
  // The module of a file takes all files; of a file its path says as much.
  return by === 'function' ? [...columns, MODULE_COLUMN] : columns;
}

const MODULE_COLUMN: Column<FirstHotspot> = {
  title: 'module',
  cell: (entry) => sanitize(entry.module),
  align: 'left',
  priority: 11,
  shrinksTo: 12,
  token: () => 'faint',
};

function nameOf(entry: FirstHotspot, by: Grouping): string {
  if (by === 'function') return `${entry.path}:${entry.line} ${entry.symbol}`;
  if (by === 'file') return entry.path;
  return entry.module + spliced(entry);
}
const spliced = ({ fragments }: FirstHotspot): string =>
  fragments.length === 0 ? '' : ` +${plural(fragments.length, 'fragment')}`;

function worst({ worst }: FirstHotspot): string {
  return worst === null || worst.cognitive === 0 ? '–' : `${worst.cognitive} ${sanitize(worst.symbol)}`;
}

const CELLS = 6;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Up to six cells, in eighths; a score above zero shows at least the thinnest. */
function bar(score: number, top: number): string {
  const eighths = top === 0 || score === 0 ? 0 : Math.max(1, Math.round((score / top) * CELLS * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}
