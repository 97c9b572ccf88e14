import { scoreOf } from '../../analyzers/hotspots/score.ts';
import { type Sample, SCORED_HALF_LIFE } from './sample.ts';

/** Rivals' scores as their sources compute them, from the same history and counts: `knowledge` of who does what is in the table's notes. */
export const FORMULAS: readonly { readonly name: string; readonly score: (of: Sample) => number }[] = [
  {
    name: `revisions (half-life ${SCORED_HALF_LIFE} d) × log2(2 + cognitive) + cognitive / 25`,
    score: ({ decayed, cognitive }) => scoreOf(cognitive, decayed),
  },
  { name: 'the same without the floor', score: ({ decayed, cognitive }) => decayed * Math.log2(2 + cognitive) },
  ...[10, 50, 100].map((part) => ({
    name: `the same with cognitive / ${part}`,
    score: ({ decayed, cognitive }: Sample) => decayed * Math.log2(2 + cognitive) + cognitive / part,
  })),
  { name: 'revisions (half-life 180 d) × cognitive', score: ({ decayed, cognitive }) => decayed * cognitive },
  { name: 'revisions of 12 months × cyclomatic (scc, bca)', score: ({ year, cyclomatic }) => year * cyclomatic },
  {
    name: 'percentile of revisions × percentile of cognitive (codelore)',
    score: ({ revisionsShare, cognitiveShare }) => revisionsShare * cognitiveShare,
  },
  {
    name: 'revisions (half-life 90 d) × cyclomatic / lines (fallow)',
    score: ({ decayed90, cyclomatic, code }) => (decayed90 * cyclomatic) / Math.max(1, code),
  },
  { name: 'lines of code alone', score: ({ code }) => code },
  { name: 'revisions of 12 months alone', score: ({ year }) => year },
];
