import type { HotspotOptions } from '../hotspot.ts';

/** By file and score, as this tool counts. */
export type FirstOptions = Pick<HotspotOptions, 'lang' | 'only'> & { readonly top: number };
