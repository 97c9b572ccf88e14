import type { Atoms } from '../../../src/core/atom.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { UnitId } from '../../../src/core/unit.ts';
import type { PlannedFile } from '../planned-file.ts';

/**
 * The smallest largest file that any plan can reach: the limit, the largest atom with its imports, or what has to stay in the facade.
 * @param fixed lines that stay in the facade
 */
export function boundOf(
  { language, outline, text }: PlannedFile,
  parts: Atoms,
  limit: number,
  fixed: number,
): Plan['bound'] {
  let bound: { lines: number; setBy: readonly UnitId[] } = { lines: limit, setBy: [] };
  const raise = (lines: number, units: readonly { readonly id: UnitId }[]): void => {
    if (lines > bound.lines) bound = { lines, setBy: units.map(({ id }) => id) };
  };
  for (const { units, lines, anchored } of parts.atoms) {
    const above = anchored ? fixed : language.linesAbove(outline, units, text);
    raise(lines + language.linesBetween(outline, units, text) + above, units);
  }
  const header = language.copiedHeader(outline, text);
  for (const { unit } of parts.whole) raise(language.wholeLines(unit, text, limit) + header, [unit]);
  const inMacros = parts.macros.reduce((sum, unit) => sum + unit.lines + 1, header);
  raise(inMacros, parts.macros);
  const kept = new Set(parts.keep.map(({ unit }) => unit));
  const stays = outline.units.filter(({ id }) => kept.has(id)).sort((a, b) => b.lines - a.lines);
  const cost = parts.atoms.length === 0 ? 0 : language.facadeCost(parts);
  if (stays.length > 0) raise(fixed + cost, language.holders(stays));
  return bound;
}
