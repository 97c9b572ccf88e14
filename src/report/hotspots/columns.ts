import type { Grouping, Hotspot, HotspotReport } from '../../../analyzers/hotspots/hotspot.ts';
import { floorOf } from '../../../analyzers/hotspots/score.ts';
import { grouped, plural } from '../fit-text.ts';
import { sanitize } from '../sanitize.ts';
import type { Column } from '../table.ts';

/** A path gets at least this share of the width before other columns come in. */
const PATH_SHARE = 0.3;

const CHURN_COLUMNS: readonly Column<Hotspot>[] = [
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
const FLOOR_COLUMN: Column<Hotspot> = {
  title: 'floor',
  cell: ({ cognitive }) => floorOf(cognitive).toFixed(1),
  align: 'right',
  priority: 13,
  token: () => 'faint',
};

const FUNCTION_COLUMNS: readonly Column<Hotspot>[] = [
  { title: 'worst function', cell: worst, align: 'left', priority: 4, shrinksTo: 16 },
  { title: 'fns', cell: ({ functions }) => grouped(functions), align: 'right', priority: 9 },
];

/** What a table of `width` columns can show of each hotspot; the table drops what has no room. */
export function columnsOf({ entries, options, history }: HotspotReport, width: number): Column<Hotspot>[] {
  const top = entries.reduce((most, { score }) => Math.max(most, score), 0);
  const heat = ({ score }: Hotspot) => (score >= top / 2 ? 'hot' : score >= top / 5 ? 'warm' : null);
  const { by } = options;
  const columns: Column<Hotspot>[] = [
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
  return by === 'module' ? columns : [...columns, MODULE_COLUMN];
}

const MODULE_COLUMN: Column<Hotspot> = {
  title: 'module',
  cell: (entry) => sanitize(entry.module),
  align: 'left',
  priority: 11,
  shrinksTo: 12,
  token: () => 'faint',
};

function nameOf(entry: Hotspot, by: Grouping): string {
  if (by === 'function') return `${entry.path}:${entry.line} ${entry.symbol}`;
  if (by === 'file') return entry.path;
  return entry.module + spliced(entry);
}
const spliced = ({ fragments }: Hotspot): string =>
  fragments.length === 0 ? '' : ` +${plural(fragments.length, 'fragment')}`;

function worst({ worst }: Hotspot): string {
  return worst === null || worst.cognitive === 0 ? '–' : `${worst.cognitive} ${sanitize(worst.symbol)}`;
}

const CELLS = 6;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Up to six cells, in eighths; a score above zero shows at least the thinnest. */
function bar(score: number, top: number): string {
  const eighths = top === 0 || score === 0 ? 0 : Math.max(1, Math.round((score / top) * CELLS * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}
