import type { Hotspot, SortKey } from '../../../analyzers/hotspots/index.ts';
import { byText } from '../../core/compare.ts';
import type { State } from './state.ts';

type Wanted = readonly [rows: readonly Hotspot[], filter: string, sort: SortKey, lang: string | null];

let last: { wanted: Wanted; rows: readonly Hotspot[] } | null = null;
let lastSorted: { rows: readonly Hotspot[]; sort: SortKey; sorted: readonly Hotspot[] } | null = null;

/** The rows as filtered and sorted. Computed anew only when one of these changed: most keys only move the cursor. */
export function hotspotRows({ rows, hotspots }: Pick<State, 'rows' | 'hotspots'>): readonly Hotspot[] {
  const wanted: Wanted = [rows[hotspots.by], hotspots.filter, hotspots.sort, hotspots.lang];
  if (last?.wanted.every((value, i) => value === wanted[i])) return last.rows;
  const needles = hotspots.filter.toLowerCase().split(' ').filter(Boolean);
  const found = sortedRows(wanted[0], hotspots.sort).filter(
    (row) =>
      (hotspots.lang === null || row.language === hotspots.lang) &&
      needles.every((needle) => nameOf(row, hotspots.by).toLowerCase().includes(needle)),
  );
  last = { wanted, rows: found };
  return found;
}

export const nameOf = (row: Hotspot, by: 'file' | 'module'): string => (by === 'module' ? row.module : row.path);

function sortedRows(rows: readonly Hotspot[], sort: SortKey): readonly Hotspot[] {
  if (lastSorted?.rows === rows && lastSorted.sort === sort) return lastSorted.sorted;
  const sorted = [...rows].sort(comparing(sort));
  lastSorted = { rows, sort, sorted };
  return sorted;
}

function comparing(sort: SortKey): (a: Hotspot, b: Hotspot) => number {
  if (sort === 'path') return (a, b) => byText(a.path, b.path);
  const value = (row: Hotspot): number => (sort === 'revisions' ? (row.churn?.revisions ?? 0) : row[sort]);
  return (a, b) => value(b) - value(a) || a.rank - b.rank || byText(a.path, b.path);
}

export const selectedHotspot = (state: State): Hotspot | undefined => hotspotRows(state)[state.hotspots.cursor.at];
