import type { Composition } from '../composition/composition.ts';
import { defineAnalyzer } from '../define-analyzer.ts';
import type { HotspotOptions, HotspotReport } from './hotspot.ts';
import { rankHotspots } from './rank-hotspots.ts';

export type { Grouping, Hotspot, HotspotOptions, HotspotReport, SortKey } from './hotspot.ts';
export { GROUPINGS, SORT_KEYS } from './hotspot.ts';

/** What the analyzers above this one found is handed in, so that a run computes it once. */
export interface HotspotInput extends HotspotOptions {
  readonly composition: Composition;
}

export const hotspots = defineAnalyzer<HotspotReport, HotspotInput>({
  id: 'hotspots',
  title: 'Files, functions, modules and crates by churn and complexity',
  rules: [],
  run: (view, { composition, ...options }) => rankHotspots(view, composition, options),
});
