import { byText } from '../../src/core/compare.ts';
import type { History } from '../../src/git/history.ts';
import type { View } from '../../src/workspace/view.ts';
import { findCoupling } from '../churn/coupling.ts';
import type { Composition } from '../composition/composition.ts';
import { entriesOf } from './group-files.ts';
import type { HistoryUse, Hotspot, HotspotOptions, HotspotReport, HotspotTotals, SortKey } from './hotspot.ts';
import { type MeasuredFiles, measureFiles } from './measure-files.ts';
import type { Unranked } from './merge-files.ts';
import { scoreOf } from './score.ts';

/** Files, functions, modules or crates by score, with every number behind it. */
export function rankHotspots(view: View, composition: Composition, options: HotspotOptions): HotspotReport {
  const measured = measureFiles(view, composition, options);
  const ranked = rank(entriesOf(view, measured.files, options.by)).sort(compareBy(options.sort));
  let coupling: HotspotReport['coupling'] | undefined;
  return {
    options,
    history: historyUse(view.history),
    totals: totalsOf(measured),
    entries: options.top === null ? ranked : ranked.slice(0, options.top),
    // Most reports do not show it.
    get coupling() {
      coupling ??= findCoupling(view.history, measured.files)?.pairs ?? null;
      return coupling;
    },
  };
}

function rank(entries: readonly Unranked[]): Hotspot[] {
  const byLines = ranks(entries, (entry) => entry.code);
  const byRevisions = ranks(entries, (entry) => entry.churn?.revisions ?? 0);
  const scored = entries.map((entry, i) => ({
    score: scoreOf(entry.cognitive, entry.churn?.revisionsDecayed ?? null),
    ...entry,
    baselines: { byLines: byLines[i]!, byRevisions: entry.churn ? byRevisions[i]! : null },
  }));
  const order = [...scored].sort(byScore);
  return order.map((entry, i) => ({ rank: i + 1, ...entry }));
}

/** The order of ranks. */
export const byScore = (a: Scored, b: Scored): number =>
  b.score - a.score || b.cognitive - a.cognitive || inSource(a, b);

type Scored = Pick<Hotspot, 'score' | 'cognitive' | 'path' | 'line' | 'module'>;

const inSource = (
  a: Pick<Unranked, 'path' | 'line' | 'module'>,
  b: Pick<Unranked, 'path' | 'line' | 'module'>,
): number => byText(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || byText(a.module, b.module);

/** Equal values share the better rank: 1, 2, 2, 4. */
function ranks(entries: readonly Unranked[], value: (entry: Unranked) => number): number[] {
  const falling = entries.map(value).sort((a, b) => b - a);
  const first = new Map<number, number>();
  falling.forEach((each, i) => {
    if (!first.has(each)) first.set(each, i + 1);
  });
  return entries.map((entry) => first.get(value(entry))!);
}

function compareBy(sort: SortKey): (a: Hotspot, b: Hotspot) => number {
  if (sort === 'score') return (a, b) => a.rank - b.rank;
  if (sort === 'path') return inSource;
  if (sort === 'revisions') return (a, b) => (b.churn?.revisions ?? 0) - (a.churn?.revisions ?? 0) || a.rank - b.rank;
  return (a, b) => b[sort] - a[sort] || a.rank - b.rank;
}

export function historyUse(history: History): HistoryUse {
  if (history.status !== 'ok') return { used: false, status: history.status, reason: history.reason };
  const { head, headDate, since, commits, leftOut = null, notes = [] } = history;
  const lines = history.lines.status === 'ok' ? { since: history.lines.since } : { reason: history.lines.reason };
  return { used: true, head, headDate, since, commits, leftOut, notes, lines };
}

function totalsOf({ found, files, failed }: MeasuredFiles): HotspotTotals {
  const sum = (key: 'lines' | 'code' | 'comment' | 'blank' | 'cognitive' | 'cyclomatic'): number =>
    files.reduce((total, { metrics }) => total + metrics[key], 0);
  return {
    found,
    read: files.length,
    partial: files.filter(({ unreadLine }) => unreadLine !== null).length,
    failed,
    modules: new Set(files.map(({ host }) => host)).size,
    lines: sum('lines'),
    code: sum('code'),
    comment: sum('comment'),
    blank: sum('blank'),
    functions: files.reduce((total, { metrics }) => total + metrics.functions.length, 0),
    cognitive: sum('cognitive'),
    cyclomatic: sum('cyclomatic'),
  };
}
