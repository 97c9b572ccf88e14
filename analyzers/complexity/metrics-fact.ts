import { defineFact } from '../../src/languages/fact.ts';
import { LANGUAGES } from '../../src/languages/language.ts';
import { measure } from './measure.ts';
import type { FileMetrics } from './metrics.ts';
import { innerRulesOf } from './rules-of.ts';

/** Size and complexity of one file. It keeps its own loop: nesting and runs of operators need the nodes in order, not by kind. */
export const metricsFact = defineFact<FileMetrics, null>({
  id: 'metrics',
  version: 4,
  languages: LANGUAGES,
  start: () => null,
  finish: (_state, syntax) => measure(syntax),
});

/** The same with each named function inside a function by itself. */
export const innerMetricsFact = defineFact<FileMetrics, null>({
  id: 'metrics-inner',
  version: 2,
  languages: LANGUAGES,
  start: () => null,
  finish: (_state, syntax) => measure(syntax, null, innerRulesOf(syntax)),
});
