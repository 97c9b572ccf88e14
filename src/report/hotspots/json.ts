import type { Hotspot, HotspotReport } from '../../../analyzers/hotspots/hotspot.ts';
import { sizesToJson } from '../metrics/json.ts';
import type { HotspotsJson } from './schema.ts';

/** As `schemas/hotspots.schema.json` says. Scores and decayed revisions have four decimals. Ends with a newline. */
export function hotspotsToJson({ options, history, totals, entries }: HotspotReport): string {
  const { lang, by, sort, dialect = null, top } = options;
  const json: HotspotsJson = {
    schemaVersion: 1,
    kind: 'hotspots',
    options: { lang, by, sort, dialect, top },
    history: history.used ? { ...history, notes: [...history.notes] } : history,
    totals: { ...totals, failed: [...totals.failed] },
    entries: entries.map(entryToJson),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

// Key by key: the order in the output must not depend on how an entry was put together.
const entryToJson = (entry: Hotspot): HotspotsJson['entries'][number] => ({
  rank: entry.rank,
  score: rounded(entry.score),
  path: entry.path,
  module: entry.module,
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
  churn: entry.churn && { ...entry.churn, revisionsDecayed: rounded(entry.churn.revisionsDecayed) },
  baselines: entry.baselines,
  partial: entry.partial,
});

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
