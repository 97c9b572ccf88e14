import type { Outline, UnitId } from '../../../src/core/unit.ts';
import { bannersAbove, inSourceOrder } from '../usual-planning.ts';

/** Banners that leave with the unit below them. What stands above the first unit of a file is its header. */
export function looseLines({ units }: Outline, text: string): ReadonlyMap<UnitId, number> {
  const [first, ...others] = inSourceOrder(units);
  return bannersAbove(others, text, first?.end ?? 0);
}
