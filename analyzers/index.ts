import type { Rule } from '../src/core/finding.ts';
import { budget } from './budget/index.ts';
import { churn } from './churn/index.ts';
import { composition } from './composition/index.ts';
import { hotspots } from './hotspots/index.ts';
import { map } from './map/index.ts';
import { status } from './status/index.ts';

/** In order: an analyzer may rest on those above it. */
export const ANALYZERS = [composition, churn, hotspots, budget, map, status] as const;

export const RULES: readonly Rule[] = ANALYZERS.flatMap(({ rules }) => rules);
