import type { Hotspot } from '../../../analyzers/hotspots/index.ts';
import { cutStart, grouped, plural } from '../../report/fit-text.ts';
import { sanitize } from '../../report/sanitize.ts';
import { sparkline } from '../../report/sparkline.ts';
import { bar } from '../paint/bars.ts';
import { columns as columnsOf, type Line, type Span } from '../paint/line.ts';
import { hotspotRows, nameOf } from '../state/hotspot-rows.ts';
import type { State } from '../state/state.ts';
import type { Content } from './pane.ts';

/** Columns beside the name, from the dearest to the first that leaves when the pane is narrow. */
interface Columns {
  readonly bar: boolean;
  readonly spark: boolean;
  readonly commits: boolean;
  readonly cognitive: boolean;
  readonly name: number;
}

/** Each column comes in only while the name keeps the room that it needs to be told. */
function columnsFor(width: number): Columns {
  let name = width - 24;
  const takes = (cells: number, least: number): boolean => {
    if (name - cells < least) return false;
    name -= cells;
    return true;
  };
  const cognitive = takes(6, 18);
  const commits = takes(6, 22);
  const bar = takes(7, 28);
  const spark = takes(14, 32);
  return { bar, spark, commits, cognitive, name: Math.max(10, name) };
}

/** The rows around the cursor: however long the list is, only what is seen is made. */
export function hotspotsPane(state: State, width: number, height: number): Content {
  const rows = hotspotRows(state);
  const { cursor, by } = state.hotspots;
  const columns = columnsFor(width);
  const shown = rows.slice(cursor.top, cursor.top + Math.max(1, height - 2));
  const most = topScore(rows);
  return {
    title: titleOf(state, rows.length),
    head: [headOf(columns, by)],
    lines:
      shown.length === 0
        ? [[['faint', emptyText(state)]]]
        : shown.map((row, i) => rowOf(state, row, columns, most, cursor.top + i === cursor.at)),
    selected: shown.length === 0 ? null : cursor.at - cursor.top,
    top: cursor.top,
    of: rows.length,
  };
}

function titleOf(state: State, count: number): Line {
  const { filter, sort, by, lang, marks } = state.hotspots;
  const all = state.rows[by].length;
  return [
    ['title', 'Hotspots'],
    ['plain', ` · ${count === all ? plural(all, by) : `${grouped(count)} of ${plural(all, by)}`}`],
    ...(sort === 'score' ? [] : [['faint', ` · by ${sort}`] as Span]),
    ...(lang === null ? [] : [['faint', ` · ${lang}`] as Span]),
    ...(marks.size === 0 ? [] : [['mark', ` · ${marks.size} marked`] as Span]),
    ...(filter === '' && !state.typing ? [] : [['warm', ` · /${filter}${state.typing ? '▏' : ''}`] as Span]),
  ];
}

const emptyText = (state: State): string => {
  if (state.rows[state.hotspots.by].length > 0) return '  nothing fits the filter: esc drops it';
  return state.scan.phase === null ? '  no source file was found here' : '  reading …';
};

function headOf(columns: Columns, by: 'file' | 'module'): Line {
  return [
    ['faint', '    # '],
    ['faint', ' score '],
    ...(columns.bar ? [['faint', '       '] as Span] : []),
    ['faint', ` ${by.padEnd(columns.name)}`],
    ['faint', '  lines'],
    ...(columns.cognitive ? [['faint', '   cog'] as Span] : []),
    ...(columns.commits ? [['faint', '  revs'] as Span] : []),
    ...(columns.spark ? [['faint', '  past year   '] as Span] : []),
    ['faint', '  '],
  ];
}

function rowOf(state: State, row: Hotspot, columns: Columns, most: number, isCurrent: boolean): Line {
  const { fileLines } = state.scan.opened?.budget ?? { fileLines: null };
  const heat = heatOf(row.score, most);
  const over = fileLines !== null && row.lines > fileLines;
  const name = cutStart(sanitize(nameOf(row, state.hotspots.by)), columns.name);
  const pad = ' '.repeat(Math.max(0, columns.name - columnsOf(name)));
  const months = state.months.get(row.path);
  return [
    ['mark', `${isCurrent ? '>' : ' '}${markOf(state, row)}`],
    ['faint', row.rank === 0 ? '   … ' : `${String(row.rank).padStart(4)} `],
    [heat, `${row.score.toFixed(1).padStart(6)} `],
    ...(columns.bar ? [[heat, `${bar(row.score, most, 6)} `] as Span] : []),
    ['path', ` ${name}${pad}`],
    [over ? 'hot' : 'plain', grouped(row.lines).padStart(6)],
    [over ? 'hot' : 'plain', over ? '!' : ' '],
    ...(columns.cognitive ? [['plain', grouped(row.cognitive).padStart(5)] as Span, ['plain', ' '] as Span] : []),
    ...(columns.commits
      ? [
          ['plain', `${row.churn === null ? '–' : grouped(row.churn.revisions)}`.padStart(5)] as Span,
          ['plain', ' '] as Span,
        ]
      : []),
    ...(columns.spark ? [['fine', ` ${months ? sparkline(months) : '            '} `] as Span] : []),
  ];
}

const tops = new WeakMap<readonly Hotspot[], number>();

function topScore(rows: readonly Hotspot[]): number {
  const known = tops.get(rows);
  if (known !== undefined) return known;
  const top = rows.reduce((most, { score }) => Math.max(most, score), 0);
  tops.set(rows, top);
  return top;
}

function heatOf(score: number, most: number): Span[0] {
  if (score >= most / 2) return 'hot';
  return score >= most / 5 ? 'warm' : 'plain';
}

/** A row that is marked, or that has a plan. */
function markOf({ hotspots, plans }: State, { path }: Hotspot): string {
  if (hotspots.marks.has(path)) return '*';
  return plans.has(path) ? 'P' : ' ';
}
