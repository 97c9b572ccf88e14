import type { AffinityWeights } from './affinity.ts';

/**
 * One set for all languages, rounded, chosen in the middle of a flat region over 40 splits that maintainers made:
 * halving or doubling any of them moves the mean agreement by a few hundredths (bench/planner).
 */
export const MODULE_WEIGHTS: AffinityWeights = {
  near: 1,
  words: 1.5,
  sole: 1.5,
  shared: 2,
  vocabulary: 0.75,
  company: 0.4,
};
