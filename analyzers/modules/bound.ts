import type { Plan } from '../../src/core/plan.ts';
import type { Outline, UnitId } from '../../src/core/unit.ts';
import type { Atoms } from './atom.ts';
import { copiedHeader, linesAbove } from './predict-files.ts';

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
      lines + units.length + (anchored ? fixed : linesAbove(outline, units, text)),
      units.map(({ id }) => id),
    );
  }
  for (const { unit } of parts.whole) raise(unit.lines + copiedHeader(outline, text), [unit.id]);
  const kept = new Set(parts.keep.map(({ unit }) => unit));
  const largest = outline.units.filter(({ id }) => kept.has(id)).sort((a, b) => b.lines - a.lines)[0];
  // A split costs the facade a `mod` line and an import for each module, at least for one.
  const own = outline.language === 'rust' && parts.atoms.length > 0 ? 4 + 3 * parts.whole.length : 0;
  if (largest) raise(fixed + own, [largest.id]);
  return bound;
}
