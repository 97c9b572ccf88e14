import type { Features } from './our-features.ts';

/**
 * The first thing that one parser sees and the other does not, or null.
 * @param ends whether statements must end at the same place, too
 */
export function compareFeatures(ours: Features, theirs: Features, ends = false): string | null {
  const [mine, other] = [ours, theirs].map(({ statements }) =>
    statements.flatMap(([start, end]) => (ends ? [start, end] : [start])),
  ) as [number[], number[]];
  return (
    differing('statements', mine, other) ??
    differing('functions', ours.bodies, theirs.bodies) ??
    counted(ours.counts, theirs.counts)
  );
}

function differing(what: string, ours: readonly number[], theirs: readonly number[]): string | null {
  const at = Math.max(ours.length, theirs.length);
  for (let i = 0; i < at; i++)
    if (ours[i] !== theirs[i]) return `${what} differ at ${ours[i] ?? 'the end'} and ${theirs[i] ?? 'the end'}`;
  return null;
}

function counted(ours: Features['counts'], theirs: Features['counts']): string | null {
  for (const name of [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort())
    if ((ours[name] ?? 0) !== (theirs[name] ?? 0)) return `${name}: ${ours[name] ?? 0}, the other ${theirs[name] ?? 0}`;
  return null;
}
