import { composition } from '../composition/index.ts';
import { defineAnalyzer } from '../define-analyzer.ts';
import type { HotspotOptions, HotspotReport } from './hotspot.ts';
import { rankHotspots } from './rank-hotspots.ts';

export const hotspots = defineAnalyzer<HotspotReport, HotspotOptions>({
  id: 'hotspots',
  title: 'Files and modules by churn and complexity',
  rules: [],
  run: (view, options) => rankHotspots(view, composition.run(view), options),
});
