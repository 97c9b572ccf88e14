import type { Churn } from '../../../analyzers/churn/churn.ts';
import type { Coupling } from '../../../analyzers/churn/coupling.ts';
import type { HistoryUse, Hotspot, HotspotReport } from '../../../analyzers/hotspots/hotspot.ts';
import { floorOf } from '../../../analyzers/hotspots/score.ts';
import { sizesToJson } from '../metrics/json.ts';
import { reportJson } from '../report-json.ts';
import type { HotspotsJson } from './schema.ts';

/** As `schemas/hotspots.schema.json` says. Scores and decayed revisions have four decimals. Ends with a newline. */
export function hotspotsToJson({ options, history, totals, entries, coupling }: HotspotReport): string {
  const { lang, only, by, sort, dialect = null, inner = false, top } = options;
  const json: HotspotsJson = {
    schemaVersion: 1,
    kind: 'hotspots',
    options: { lang, paths: [...(only?.globs ?? [])], by, sort, dialect, inner, top },
    history: historyToJson(history),
    totals: { ...totals, failed: [...totals.failed] },
    entries: entries.map(entryToJson),
    coupling: coupling === null ? null : coupling.map(couplingToJson),
  };
  return reportJson(json);
}

export const historyToJson = (history: HistoryUse): HotspotsJson['history'] =>
  history.used ? { ...history, notes: [...history.notes] } : history;

// Key by key: the order in the output must not depend on how an entry was put together.
export const entryToJson = (entry: Hotspot): HotspotsJson['entries'][number] => ({
  rank: entry.rank,
  score: rounded(entry.score),
  floor: rounded(floorOf(entry.cognitive)),
  path: entry.path,
  module: entry.module,
  symbol: entry.symbol,
  line: entry.line,
  language: entry.language,
  fragments: [...entry.fragments],
  isFragment: entry.isFragment,
  lines: entry.lines,
  code: entry.code,
  comment: entry.comment,
  blank: entry.blank,
  functions: entry.functions,
  cognitive: entry.cognitive,
  cyclomatic: entry.cyclomatic,
  sizes: sizesToJson(entry.sizes),
  largest: entry.largest,
  worst: entry.worst,
  churn: entry.churn && churnToJson(entry.churn),
  ownership: entry.ownership && { ...entry.ownership, share: rounded(entry.ownership.share) },
  baselines: entry.baselines,
  partial: entry.partial,
});

const churnToJson = (churn: Churn): NonNullable<HotspotsJson['entries'][number]['churn']> => ({
  ...churn,
  revisionsDecayed: rounded(churn.revisionsDecayed),
  fragmentation: rounded(churn.fragmentation),
  trend: [...churn.trend],
});

export const couplingToJson = (pair: Coupling): NonNullable<HotspotsJson['coupling']>[number] => ({
  ...pair,
  revisions: [...pair.revisions],
  across: pair.across && [...pair.across],
});

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
