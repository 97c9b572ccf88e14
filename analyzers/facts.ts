import type { Fact } from '../src/languages/fact.ts';
import { pythonOutline } from '../src/languages/python/python-outline.ts';
import { rustOutline } from '../src/languages/rust/outline.ts';
import { metricsFact } from './complexity/metrics-fact.ts';

/** Every fact that a worker thread may be asked for, by its id. */
export const FACTS: readonly Fact[] = [rustOutline, pythonOutline, metricsFact];
