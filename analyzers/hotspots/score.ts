/** So much cognitive complexity counts as much as one point of change. */
export const FLOOR = 25;

/** What a score is at least, whatever the history says: it is beside the changes, so that what is hardest to read does not vanish. */
export const floorOf = (cognitive: number): number => cognitive / FLOOR;

/**
 * How often something changes of late, times how hard it is to read on a scale where each doubling counts the same; and a floor by how hard it is
 * to read alone, where a history is young, squashed or swept. It only grows with each of the two. Without a history the first factor is 1 for all.
 * @param recent commits, each weighed by its age; null where history takes no part
 */
export const scoreOf = (cognitive: number, recent: number | null): number =>
  (recent ?? 1) * Math.log2(2 + cognitive) + floorOf(cognitive);
