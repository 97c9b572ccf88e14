import type { Plan } from '../../src/core/plan.ts';
import type { Outline, UnitId } from '../../src/core/unit.ts';
import type { Atoms } from './atom.ts';
import { copiedHeader, linesAbove, linesBetween } from './predict-files.ts';

/**
 * The smallest largest file that any plan can reach: the limit, the largest atom with its imports, or what has to stay in the facade.
 * @param fixed lines that stay in the facade
 */
export function boundOf(outline: Outline, text: string, parts: Atoms, limit: number, fixed: number): Plan['bound'] {
  let bound: { lines: number; setBy: readonly UnitId[] } = { lines: limit, setBy: [] };
  const raise = (lines: number, units: readonly UnitId[]): void => {
    if (lines > bound.lines) bound = { lines, setBy: units };
  };
  for (const { units, lines, anchored } of parts.atoms) {
    raise(
      lines + linesBetween(outline, units, text) + (anchored ? fixed : linesAbove(outline, units, text)),
      units.map(({ id }) => id),
    );
  }
  for (const { unit } of parts.whole) raise(unit.lines + copiedHeader(outline, text), [unit.id]);
  const kept = new Set(parts.keep.map(({ unit }) => unit));
  const stays = outline.units.filter(({ id }) => kept.has(id)).sort((a, b) => b.lines - a.lines);
  // In Python nothing leaves what a kept name is needed by: all of them together are what makes the facade so large.
  const holders = outline.language === 'python' ? stays.filter(({ kind }) => !COPIED.has(kind)) : stays.slice(0, 1);
  if (stays.length > 0)
    raise(
      fixed + givenBack(outline, parts),
      holders.map(({ id }) => id),
    );
  return bound;
}

const COPIED = new Set(['import', 'future-import', 'type-checking', 'docstring', 'main']);

/** Lines by which a Python facade gives the names on: an atom that is smaller than that stays as well. */
function givenBack(outline: Outline, { atoms }: Atoms): number {
  if (outline.language !== 'python' || atoms.length === 0) return 0;
  return atoms.reduce(
    (sum, { units, lines }) =>
      sum +
      Math.min(
        lines,
        units.reduce((names, { defines }) => names + defines.length, 0),
      ),
    3,
  );
}
