import { hashOf } from '../../src/core/hash.ts';
import type { View } from '../../src/workspace/view.ts';
import { composition } from '../composition/index.ts';
import type { HotspotOptions, HotspotReport } from './hotspot.ts';
import { rankHotspots } from './rank-hotspots.ts';

/** The ranking, taken from an earlier run where all that it was made of stands as it did. Pairs that change together are found where they are shown. */
export function keptHotspots(view: View, options: HotspotOptions): HotspotReport {
  let ranked: HotspotReport | null = null;
  const name = `hotspots ${hashOf(JSON.stringify(options)).slice(0, 16)}`;
  const { history, totals, entries } = view.remembered(name, (watched) => {
    ranked = rankHotspots(watched, composition.run(watched), options);
    return { history: ranked.history, totals: ranked.totals, entries: ranked.entries };
  });
  return {
    options,
    history,
    totals,
    entries,
    get coupling() {
      ranked ??= rankHotspots(view, composition.run(view), options);
      return ranked.coupling;
    },
  };
}
