import type { Plan } from '../../src/core/plan.ts';
import type { Outline, Unit, UnitId } from '../../src/core/unit.ts';
import { extractFacts } from '../../src/languages/extract-facts.ts';
import { rustOutline } from '../../src/languages/rust/outline.ts';
import type { Atoms } from './atom.ts';
import { linesLeft } from './lines-left.ts';
import { copiedHeader, linesAbove, linesBetween } from './predict-files.ts';
import { rustAtoms } from './rust-atoms.ts';

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
  for (const { unit } of parts.whole) raise(wholeBound(unit, text, limit) + copiedHeader(outline, text), [unit.id]);
  const inMacros = parts.macros.reduce((sum, unit) => sum + unit.lines + 1, copiedHeader(outline, text));
  raise(
    inMacros,
    parts.macros.map(({ id }) => id),
  );
  const kept = new Set(parts.keep.map(({ unit }) => unit));
  const stays = outline.units.filter(({ id }) => kept.has(id)).sort((a, b) => b.lines - a.lines);
  // In Python nothing leaves what a kept name is needed by: all of them together are what makes the facade so large.
  const holders = outline.language === 'python' ? stays.filter(({ kind }) => !COPIED.has(kind)) : stays.slice(0, 1);
  if (stays.length > 0)
    raise(
      fixed + facadeCost(outline, parts),
      holders.map(({ id }) => id),
    );
  return bound;
}

/** An inline module becomes a file, which is divided again where that takes a fifth of it away at least. */
function wholeBound(unit: Unit, text: string, limit: number): number {
  const inside = unit.lines > limit ? outlineInside(unit, text) : null;
  if (inside === null) return unit.lines;
  const parts = rustAtoms(inside.outline, inside.text, limit);
  if (parts.atoms.length === 0 && parts.whole.length === 0) return unit.lines;
  const { lines } = boundOf(inside.outline, inside.text, parts, limit, linesLeft(parts, inside.text));
  return lines * 5 <= unit.lines * 4 ? lines : unit.lines;
}

function outlineInside({ body }: Unit, text: string): { outline: Outline; text: string } | null {
  const inside = text.slice(text.indexOf('{', body.start) + 1, text.lastIndexOf('}', body.end));
  const result = extractFacts(inside, 'rust', [rustOutline]).get(rustOutline.id);
  return result && result.status !== 'failed' ? { outline: result.value as Outline, text: inside } : null;
}

const COPIED = new Set(['import', 'future-import', 'type-checking', 'docstring', 'main']);

/** Lines that a facade needs at least for what leaves it. */
function facadeCost({ language }: Outline, parts: Atoms): number {
  if (parts.atoms.length === 0) return 0;
  if (language === 'python') return givenBack(parts);
  // A `mod` line and an import for each module, at least for one.
  return language === 'rust' ? 6 + 3 * parts.whole.length + (parts.macros.length > 0 ? 3 : 0) : 0;
}

/** Lines by which a Python facade gives the names on: an atom that is smaller than that stays as well. */
function givenBack({ atoms }: Atoms): number {
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
