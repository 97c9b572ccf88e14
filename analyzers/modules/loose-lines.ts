import type { Outline, UnitId } from '../../src/core/unit.ts';

/**
 * Lines of the banners that stand above units with a blank line between: in Python and JavaScript they leave with the unit that follows.
 * The blank lines right above a unit are not among them. In Rust such comments stay.
 * @returns only units that have some
 */
export function looseLines(outline: Outline, text: string): ReadonlyMap<UnitId, number> {
  if (outline.language === 'rust') return new Map();
  const units = [...outline.units].sort((a, b) => a.start - b.start);
  const found = new Map<UnitId, number>();
  // What stands above the first unit of a Python file is its header.
  let from = outline.language === 'python' ? (units[0]?.end ?? 0) : outline.header.end;
  for (const unit of outline.language === 'python' ? units.slice(1) : units) {
    const gap = text.slice(from, unit.start);
    const newline = /^[^\n]*\n/.exec(gap)?.[0].length ?? 0;
    const lines = gap.slice(newline).trim().split('\n').length;
    if (gap.slice(newline).trim() !== '') found.set(unit.id, lines);
    from = unit.end;
  }
  return found;
}
