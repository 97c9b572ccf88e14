import type { Atoms } from '../../../src/core/atom.ts';
import { countLines } from '../../../src/core/lines.ts';
import type { Unit } from '../../../src/core/unit.ts';
import { gapBefore } from './gap-before.ts';

/** All lines but those of what may move, and of the empty lines above it; an inline module leaves its line. */
export function linesLeft({ atoms, whole, macros }: Atoms, text: string): number {
  const all = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const moving = atoms.reduce(
    (sum, { lines, units }) => units.reduce((gaps, unit) => gaps + gapBefore(unit, text), sum + lines),
    0,
  );
  const defined = macros.reduce((sum, unit) => sum + unit.lines + gapBefore(unit, text), 0);
  return all - moving - defined - whole.reduce((sum, { unit }) => sum + linesInside(unit, text), 0);
}

/** Lines that leave with an inline module: its docs and attributes stay above its `mod` line. */
export const linesInside = ({ body }: Unit, text: string): number => countLines(text.slice(body.start, body.end)) - 1;
