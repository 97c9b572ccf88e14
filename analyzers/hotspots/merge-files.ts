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
  const sum = (key: 'lines' | 'code' | 'comment' | 'blank' | 'cognitive' | 'cyclomatic'): number =>
    files.reduce((total, { metrics }) => total + metrics[key], 0);
  const largest = highest(files, 'lines');
  const worst = highest(files, 'cognitive');
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
    functions: files.reduce((total, { metrics }) => total + metrics.functions.length, 0),
    cognitive: sum('cognitive'),
    cyclomatic: sum('cyclomatic'),
    sizes: sumSizes(files.map(({ metrics }) => metrics)),
    largest: largest && placeOf(largest),
    worst: worst && {
      ...placeOf(worst),
      cognitive: worst.metrics.cognitive,
      cyclomatic: worst.metrics.cyclomatic,
    },
    churn: churnOf(history, paths),
    ownership: ownersOf(history, paths),
    partial: files.some(({ unreadLine }) => unreadLine !== null),
    ...more,
  };
}

interface PlacedFunction {
  readonly path: string;
  readonly metrics: FunctionMetrics;
}

const placeOf = ({ path, metrics: { symbol, line, lines } }: PlacedFunction) => ({ symbol, path, line, lines });

/** The first of the highest, in source order. */
function highest(files: readonly MeasuredFile[], key: 'lines' | 'cognitive'): PlacedFunction | null {
  let best: PlacedFunction | null = null;
  for (const { path, metrics } of files)
    for (const each of metrics.functions)
      if (best === null || each[key] > best.metrics[key]) best = { path, metrics: each };
  return best;
}
