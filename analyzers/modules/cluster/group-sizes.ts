import type { Atom } from '../../../src/core/atom.ts';

/** Files under this are confetti, unless there is nothing that they could join. */
export const SMALL = 40;

/** Lines in a file: with an empty line for each unit. */
export const fileLines = ({ lines, units }: Atom): number => lines + units.length;

export const linesOf = (atoms: readonly Atom[], group: readonly number[]): number =>
  group.reduce((sum, a) => sum + fileLines(atoms[a]!), 0);

/** The root of the lines on the scale of the file: a large type counts more than a small function, but not by as much as it is longer. */
export function sizesOf(atoms: readonly Atom[]): Float64Array {
  const mean = atoms.reduce((sum, { lines }) => sum + lines, 0) / Math.max(1, atoms.length);
  return Float64Array.from(atoms, ({ lines }) => Math.sqrt(1 + (5 * lines) / mean));
}
