import { by } from '../../src/core/compare.ts';
import type { FunctionMetrics } from '../complexity/metrics.ts';
import { sumSizes } from '../complexity/sizes/sum-sizes.ts';
import type { Churn, Hotspot } from './hotspot.ts';
import type { MeasuredFile } from './measure-files.ts';

/** An entry before it is scored and ranked. */
export type Unranked = Omit<Hotspot, 'rank' | 'score' | 'baselines'>;

/** One entry from one file, or from the file that carries a module (it comes first) and its fragments. */
export function mergeFiles(files: readonly MeasuredFile[], byModule: boolean): Unranked {
  const first = files[0]!;
  const functions = files.flatMap(({ path, metrics }) => metrics.functions.map((each) => ({ ...each, path })));
  const sum = (key: 'lines' | 'code' | 'comment' | 'blank' | 'cognitive' | 'cyclomatic'): number =>
    files.reduce((total, { metrics }) => total + metrics[key], 0);
  const largest = highest(functions, 'lines');
  const worst = highest(functions, 'cognitive');
  return {
    path: first.path,
    module: first.module,
    language: first.language,
    fragments: byModule ? files.slice(1).map(({ path }) => path) : [],
    isFragment: first.position > 0,
    lines: sum('lines'),
    code: sum('code'),
    comment: sum('comment'),
    blank: sum('blank'),
    functions: functions.length,
    cognitive: sum('cognitive'),
    cyclomatic: sum('cyclomatic'),
    sizes: sumSizes(files.map(({ metrics }) => metrics)),
    largest: largest && placeOf(largest),
    worst: worst && { ...placeOf(worst), cognitive: worst.cognitive, cyclomatic: worst.cyclomatic },
    churn: mergeChurn(files.flatMap(({ churn }) => churn ?? [])),
    partial: files.some(({ partial }) => partial),
  };
}

type PlacedFunction = FunctionMetrics & { readonly path: string };

const placeOf = ({ symbol, path, line, lines }: PlacedFunction) => ({ symbol, path, line, lines });

/** The first of the highest, in source order. */
const highest = (functions: readonly PlacedFunction[], key: 'lines' | 'cognitive'): PlacedFunction | null =>
  functions.reduce<PlacedFunction | null>((best, each) => (best === null || each[key] > best[key] ? each : best), null);

function mergeChurn(churns: readonly Churn[]): Churn | null {
  if (churns.length === 0) return null;
  const most = (key: 'revisions' | 'revisionsDecayed' | 'authors'): number =>
    churns.reduce((top, churn) => Math.max(top, churn[key]), 0);
  const days = churns.flatMap(({ lastChange }) => lastChange ?? []).sort(by((day) => day));
  return {
    revisions: most('revisions'),
    revisionsDecayed: most('revisionsDecayed'),
    authors: most('authors'),
    lastChange: days.at(-1) ?? null,
  };
}
