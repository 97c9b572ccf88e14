import type { Refusal } from '../../../src/core/refusal.ts';

/** What stops the split, each reason once. All that is found comes through here before anything is written. */
export function stopping(refusals: readonly Refusal[]): readonly Refusal[] {
  const seen = new Set<string>();
  return refusals.filter(({ hazard, start, end, why }) => {
    const key = `${hazard} ${start} ${end} ${why}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
