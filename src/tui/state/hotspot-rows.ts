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

/** While a scan runs, rows only come at the end: they are sorted alone and merged, not the whole list at each message. */
function sortedRows(rows: readonly Hotspot[], sort: SortKey): readonly Hotspot[] {
  if (lastSorted?.rows === rows && lastSorted.sort === sort) return lastSorted.sorted;
  const compare = comparing(sort);
  const known = lastSorted?.sort === sort && isGrown(lastSorted.rows, rows) ? lastSorted : { rows: [], sorted: [] };
  const added = rows.slice(known.rows.length).sort(compare);
  const sorted = merge(known.sorted, added, compare);
  lastSorted = { rows, sort, sorted };
  return sorted;
}

/** A scan only adds rows: then the first and the last of before stand where they stood. */
const isGrown = (before: readonly Hotspot[], now: readonly Hotspot[]): boolean =>
  before.length < now.length && before[0] === now[0] && before.at(-1) === now[before.length - 1];

function merge(
  a: readonly Hotspot[],
  b: readonly Hotspot[],
  compare: (a: Hotspot, b: Hotspot) => number,
): readonly Hotspot[] {
  if (a.length === 0) return b;
  const merged: Hotspot[] = [];
  let i = 0;
  for (const row of b) {
    while (i < a.length && compare(a[i]!, row) <= 0) merged.push(a[i++]!);
    merged.push(row);
  }
  while (i < a.length) merged.push(a[i++]!);
  return merged;
}

function comparing(sort: SortKey): (a: Hotspot, b: Hotspot) => number {
  if (sort === 'path') return (a, b) => byText(a.path, b.path);
  const value = (row: Hotspot): number => (sort === 'revisions' ? (row.churn?.revisions ?? 0) : row[sort]);
  return (a, b) => value(b) - value(a) || a.rank - b.rank || byText(a.path, b.path);
}

export const selectedHotspot = (state: State): Hotspot | undefined => hotspotRows(state)[state.hotspots.cursor.at];
