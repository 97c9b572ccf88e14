import { byText } from '../../../src/core/compare.ts';
import { languageOf } from '../../../src/languages/language.ts';
import type { View } from '../../../src/workspace/view.ts';
import { recentChanges } from '../../churn/count-changes.ts';
import { cognitiveBoundFact } from '../../complexity/bound/cognitive-bound-fact.ts';
import { metricsFact } from '../../complexity/metrics-fact.ts';
import { isAsked } from '../measure-files.ts';
import { scoreOf } from '../score.ts';
import type { FirstOptions } from './first-options.ts';

export interface Bounds {
  /** All source files that were asked for, in the order of the view. */
  readonly sources: readonly string[];
  /** Those that can be read with the score that they have at most, the highest first: it grows with complexity, whose bound is known. */
  readonly falling: readonly { readonly path: string; readonly most: number }[];
}

export function boundsOf(view: View, options: FirstOptions): Bounds {
  const sources = view.files
    .filter(({ path, grammar }) => grammar !== null && isAsked(options, path, languageOf(grammar)))
    .map(({ path }) => path);
  const falling = sources.flatMap((path) => {
    const most = scoreWith(view, path, cognitiveBoundFact);
    return most === null ? [] : [{ path, most }];
  });
  return { sources, falling: falling.sort((a, b) => b.most - a.most || byText(a.path, b.path)) };
}

/** Logarithms are exact but for their last bits. */
const ROUNDING = 1 + 1e-9;

/** The sources that can still be among the first, given that those before them in the order were measured; none once the first are certain. */
export function nextToMeasure(view: View, { falling }: Bounds, top: number, measured: readonly string[]): string[] {
  const done = new Set(measured);
  const scores = measured.flatMap((path) => scoreWith(view, path, metricsFact) ?? []).sort((a, b) => b - a);
  const least = scores[top - 1] ?? Number.NEGATIVE_INFINITY;
  return falling.filter(({ path, most }) => !done.has(path) && most * ROUNDING >= least).map(({ path }) => path);
}

/** By the complexity that a fact says; null for a file that cannot be read. */
function scoreWith(view: View, path: string, fact: typeof metricsFact | typeof cognitiveBoundFact): number | null {
  const result = view.facts<{ readonly cognitive: number }, null>(path, fact);
  if (result.status === 'failed') return null;
  return scoreOf(result.value.cognitive, recentChanges(view.history, path));
}
