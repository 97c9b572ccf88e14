import type { Unit } from '../../../src/core/unit.ts';

/** The largest first. */
export const bySize = (group: readonly Unit[]): Unit[] =>
  [...group].sort((a, b) => b.lines - a.lines || a.start - b.start);
