import type { PlanningLanguage } from '../../../src/core/language.ts';
import type { Outline, Unit } from '../../../src/core/unit.ts';
import { USUAL_PLANNING } from '../usual-planning.ts';
import { rustAtoms } from './atoms.ts';
import { RUST_NAMES } from './reserved-names.ts';
import { wholeLines } from './whole-lines.ts';

/** Rust: child modules that may need one another; comments between items stay, and members may leave an inherent impl. */
export const rustPlanning: PlanningLanguage = {
  ...USUAL_PLANNING,
  id: 'rust',
  circular: true,
  membersLeave: true,
  reservedNames: RUST_NAMES,
  shadowed: pathBeginnings,
  sharesName,
  atoms: (outline, text, limit, { stay, leave }) => rustAtoms(outline, text, limit, stay, leave),
  looseLines: () => new Map(),
  importLines: () => GLOB,
  copiedHeader: (_outline, text) => licenceLines(text),
  linesAbove: (_outline, _units, text) => GLOB + licenceLines(text),
  // A `mod` line and an import for each module, at least for one.
  facadeCost: ({ whole, macros }) => 6 + 3 * whole.length + (macros.length > 0 ? 3 : 0),
  wholeLines: (unit, text, limit) => wholeLines(rustPlanning, unit, text, limit),
};

/** `use super::*;` and a blank line. */
const GLOB = 2;

/** A function and a module may share a name, unless an attribute macro makes a hidden module for the function. */
function sharesName({ kind, hazards }: Unit): boolean {
  return kind === 'fn' && !hazards.some(({ id }) => id === 'R39' || id === 'R40');
}

/**
 * `iter::once(…)` in some body means the crate or an import there: a module of that name would be taken for it. A call `gcd(…)` or `gcd!(…)` never
 * means a module; but modules below may import the function by its name, and would get both.
 */
function pathBeginnings({ units }: Outline): string[] {
  const hasModules = units.some(({ kind }) => kind === 'mod');
  return units
    .flatMap(({ uses }) => uses)
    .filter(({ name, space }) => /^[a-z]/.test(name) && (hasModules || (space !== 'value' && space !== 'macro')))
    .map(({ name }) => name);
}

/** A licence at the top, which every part gets too. */
function licenceLines(text: string): number {
  const [block] = /^(?:[ \t]*\/\/(?![/!])[^\n]*\n)*/.exec(text)!;
  return /copyright|licen[sc]e|spdx/i.test(block) ? block.split('\n').length : 0;
}
