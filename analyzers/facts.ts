import type { Fact } from '../src/languages/fact.ts';
import { javascriptOutline } from '../src/languages/javascript/outline.ts';
import { pythonOutline } from '../src/languages/python/outline.ts';
import { rustComposition } from '../src/languages/rust/composition-fact.ts';
import { rustOutline } from '../src/languages/rust/outline.ts';
import { pythonBridge } from './bridge/python/python-bridge-fact.ts';
import { rustBridge } from './bridge/rust/rust-bridge-fact.ts';
import { DIALECT_FACTS } from './complexity/dialects/dialect-facts.ts';
import { innerMetricsFact, metricsFact } from './complexity/metrics-fact.ts';
import { pythonTypes } from './contracts/python/python-types-fact.ts';
import { rustTypes } from './contracts/rust/rust-types-fact.ts';
import { functionSketches } from './ownership/function-sketches-fact.ts';
import { javascriptRegistrations } from './ownership/javascript/javascript-registrations-fact.ts';
import { pythonRegistrations } from './ownership/python/python-registrations-fact.ts';
import { rustRegistrations } from './ownership/rust/rust-registrations-fact.ts';

/** Every fact that is cached and computed in workers: these find a fact by its id here. Ordered by language, then by subject. */
export const FACTS: readonly Fact[] = [
  rustOutline,
  rustComposition,
  pythonOutline,
  javascriptOutline,
  metricsFact,
  innerMetricsFact,
  rustBridge,
  pythonBridge,
  rustTypes,
  rustRegistrations,
  pythonRegistrations,
  javascriptRegistrations,
  functionSketches,
  pythonTypes,
  ...Object.values(DIALECT_FACTS),
];
