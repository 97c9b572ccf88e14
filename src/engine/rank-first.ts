import { metricsFact } from '../../analyzers/complexity/metrics-fact.ts';
import { type FirstHotspots, recalledFirst, rememberedFirst } from '../../analyzers/hotspots/first/first-hotspots.ts';
import type { FirstOptions } from '../../analyzers/hotspots/first/first-options.ts';
import { maySplice, splicingSources } from '../../analyzers/hotspots/first/may-splice.ts';
import { boundsOf, nextToMeasure } from '../../analyzers/hotspots/first/next-to-measure.ts';
import { rustComposition } from '../languages/rust/composition-fact.ts';
import type { OpenedWorkspace } from './open-workspace.ts';

/** So many are measured before it is looked again which others still can be among the first. */
const STEP = 8;

/** Below so many bytes of source everything is read in less than a second. */
const FEW_BYTES = 2_000_000;

/**
 * The first files of the ranking, after measuring only those that can be among them; null where everything has to be read for it, or nearly. The
 * workspace was opened with `cognitiveBoundFact`.
 */
export async function rankFirst(
  { view, gather }: OpenedWorkspace,
  options: FirstOptions,
): Promise<FirstHotspots | null> {
  const kept = recalledFirst(view, options);
  if (kept) return kept;
  const bounds = boundsOf(view, options);
  const { sources } = bounds;
  const bytes = sources.reduce((sum, path) => sum + view.file(path)!.bytes, 0);
  if (bytes <= FEW_BYTES || sources.length <= options.top) return null;
  const splicing = splicingSources(view);
  await gather(splicing, [rustComposition]);
  if (maySplice(view, splicing)) return null;
  const read: string[] = [];
  for (;;) {
    const left = nextToMeasure(view, bounds, options.top, read);
    if (left.length === 0) return rememberedFirst(view, options, read);
    const next = left.slice(0, read.length === 0 ? options.top : STEP);
    await gather(next, [metricsFact]);
    read.push(...next);
  }
}
