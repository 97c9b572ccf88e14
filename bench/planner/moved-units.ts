import type { Plan } from '../../src/core/plan.ts';

/** Unit -> the file that a plan puts it into. */
export const placesOf = ({ modules, keep }: Plan): Map<string, string> =>
  new Map(
    [...modules.map(({ units }) => units), keep.map(({ unit }) => unit)].flatMap((units, f) =>
      units.map((unit): [string, string] => [unit, String(f)]),
    ),
  );

/** The fewest units that must move to make one partition the other: all but the largest overlaps, paired one to one. */
export function movedUnits(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  const overlaps = new Map<string, number>();
  for (const [unit, place] of before) {
    const key = `${place} ${after.get(unit)}`;
    overlaps.set(key, (overlaps.get(key) ?? 0) + 1);
  }
  const taken = new Set<string>();
  let stayed = 0;
  for (const [key, count] of [...overlaps].sort((a, b) => b[1] - a[1])) {
    const [from, to] = key.split(' ') as [string, string];
    if (taken.has(`from ${from}`) || taken.has(`to ${to}`)) continue;
    taken.add(`from ${from}`).add(`to ${to}`);
    stayed += count;
  }
  return before.size - stayed;
}
