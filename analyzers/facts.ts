import type { Fact } from '../src/languages/fact.ts';

/** Every fact that is cached and computed in workers: these find a fact by its id here. Ordered by language, then by subject. */
export const FACTS: readonly Fact[] = [];
