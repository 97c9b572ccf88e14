import type { Unit } from '../../../src/core/unit.ts';

/** Empty lines above a unit, which leave with it. */
export function gapBefore(unit: Unit, text: string): number {
  const above = /(?:[ \t]*\r?\n)*[ \t]*$/.exec(text.slice(Math.max(0, unit.start - 200), unit.start))![0];
  return Math.max(0, above.split('\n').length - 2);
}
