import type { History } from '../../src/git/history.ts';
import { churnOf } from '../churn/count-changes.ts';
import { ownersOf } from '../churn/find-owners.ts';
import type { FunctionMetrics } from '../complexity/metrics.ts';
import { sumSizes } from '../complexity/sizes/sum-sizes.ts';
import type { Hotspot } from './hotspot.ts';
import type { MeasuredFile } from './measure-files.ts';

/** An entry before it is scored and ranked. */
export type Unranked = Omit<Hotspot, 'rank' | 'score' | 'baselines'>;

/**
 * One entry from one file, or from several: the file that carries a module comes first, then its fragments.
 * @param more what the grouping says of the entry instead of its first file
 */
export function mergeFiles(
  files: readonly MeasuredFile[],
  history: History,
  more: Partial<Pick<Hotspot, 'path' | 'module' | 'fragments'>> = {},
): Unranked {
  const first = files[0]!;
  const paths = files.map(({ path }) => path);
  const functions = files.flatMap(({ path, metrics }) => metrics.functions.map((each) => ({ ...each, path })));
  const sum = (key: 'lines' | 'code' | 'comment' | 'blank' | 'cognitive' | 'cyclomatic'): number =>
    files.reduce((total, { metrics }) => total + metrics[key], 0);
  const largest = highest(functions, 'lines');
  const worst = highest(functions, 'cognitive');
  return {
    path: first.path,
    module: first.module,
    symbol: null,
    line: null,
    language: first.language,
    fragments: [],
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
    churn: churnOf(history, paths),
    ownership: ownersOf(history, paths),
    partial: files.some(({ partial }) => partial),
    ...more,
  };
}

type PlacedFunction = FunctionMetrics & { readonly path: string };

const placeOf = ({ symbol, path, line, lines }: PlacedFunction) => ({ symbol, path, line, lines });

/** The first of the highest, in source order. */
const highest = (functions: readonly PlacedFunction[], key: 'lines' | 'cognitive'): PlacedFunction | null =>
  functions.reduce<PlacedFunction | null>((best, each) => (best === null || each[key] > best[key] ? each : best), null);
