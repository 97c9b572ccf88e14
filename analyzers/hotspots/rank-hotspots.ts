import { by, byText } from '../../src/core/compare.ts';
import type { History } from '../../src/git/history.ts';
import type { View } from '../../src/workspace/view.ts';
import type { Composition } from '../composition/composition.ts';
import type { HistoryUse, Hotspot, HotspotOptions, HotspotReport, HotspotTotals, SortKey } from './hotspot.ts';
import { type MeasuredFile, type MeasuredFiles, measureFiles } from './measure-files.ts';
import { mergeFiles, type Unranked } from './merge-files.ts';

/** Files or modules by score, with every number behind it. Each physical line counts once, whichever way they are grouped. */
export function rankHotspots(view: View, composition: Composition, options: HotspotOptions): HotspotReport {
  const measured = measureFiles(view, composition, options);
  const groups = options.by === 'module' ? groupByModule(measured.files) : measured.files.map((file) => [file]);
  const entries = groups.map((files) => mergeFiles(files, options.by === 'module'));
  const ranked = rank(entries).sort(compareBy(options.sort));
  return {
    options,
    history: historyUse(view.history),
    totals: totalsOf(measured),
    entries: options.top === null ? ranked : ranked.slice(0, options.top),
  };
}

/**
 * How often a file changes of late, times how hard it is to read on a scale where each doubling counts the same. Without a history the
 * first factor is 1 for all: the score still ranks, and is never zero.
 */
const scoreOf = (cognitive: number, revisionsDecayed: number | null): number =>
  (revisionsDecayed ?? 1) * Math.log2(2 + cognitive);

/** Host first, then fragments in order of splicing. Where the host could not be read, its first fragment stands for the module. */
function groupByModule(files: readonly MeasuredFile[]): MeasuredFile[][] {
  const groups = new Map<string, MeasuredFile[]>();
  for (const file of files) {
    const group = groups.get(file.host);
    if (group) group.push(file);
    else groups.set(file.host, [file]);
  }
  return [...groups.values()].map((group) => group.sort(by((file) => file.position)));
}

function rank(entries: readonly Unranked[]): Hotspot[] {
  const byLines = ranks(entries, (entry) => entry.code);
  const byRevisions = ranks(entries, (entry) => entry.churn?.revisions ?? 0);
  const scored = entries.map((entry, i) => ({
    score: scoreOf(entry.cognitive, entry.churn?.revisionsDecayed ?? null),
    ...entry,
    baselines: { byLines: byLines[i]!, byRevisions: entry.churn ? byRevisions[i]! : null },
  }));
  const order = [...scored].sort((a, b) => b.score - a.score || b.cognitive - a.cognitive || byText(a.path, b.path));
  return order.map((entry, i) => ({ rank: i + 1, ...entry }));
}

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
  if (sort === 'path') return (a, b) => byText(a.path, b.path) || a.rank - b.rank;
  if (sort === 'revisions') return (a, b) => (b.churn?.revisions ?? 0) - (a.churn?.revisions ?? 0) || a.rank - b.rank;
  return (a, b) => b[sort] - a[sort] || a.rank - b.rank;
}

function historyUse(history: History): HistoryUse {
  if (history.status !== 'ok') return { used: false, status: history.status, reason: history.reason };
  const { head, headDate, since, commits, leftOut = null, notes = [] } = history;
  return { used: true, head, headDate, since, commits, leftOut, notes };
}

function totalsOf({ found, files, failed }: MeasuredFiles): HotspotTotals {
  const sum = (key: 'lines' | 'code' | 'comment' | 'blank' | 'cognitive' | 'cyclomatic'): number =>
    files.reduce((total, { metrics }) => total + metrics[key], 0);
  return {
    found,
    read: files.length,
    partial: files.filter(({ partial }) => partial).length,
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
