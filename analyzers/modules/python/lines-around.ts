import type { Outline, Unit } from '../../../src/core/unit.ts';
import { gapBefore } from '../predict/gap-before.ts';
import { isImport } from '../usual-planning.ts';

/**
 * Lines that a part with these units needs between its header and them, at least: its own imports, what it reads of the file's other units (as
 * if all of these were one module), the name it goes by.
 */
export function linesAbove(outline: Outline, units: readonly Unit[], text: string): number {
  const read = new Set(units.flatMap(({ uses }) => uses.map(({ name }) => name)));
  const inPart = new Set(units);
  const givers = outline.units.filter((unit) => !inPart.has(unit) && unit.defines.some(({ name }) => read.has(name)));
  const ofKind = (kind: string): Unit[] => givers.filter((unit) => unit.kind === kind);
  const taken = givers
    .filter((unit) => !isImport(unit))
    .flatMap(({ defines }) => defines.map(({ name }) => name).filter((name) => read.has(name)));
  const blocks = [
    linesOf(outline.units.filter(({ kind }) => kind === 'future-import')),
    importsIn(ofKind('import'), read, text),
    taken.length === 0 ? 0 : listLines(20, taken),
    linesOf(ofKind('type-checking')),
  ].filter((lines) => lines > 0);
  const between = Math.max(0, blocks.length - 1);
  return blocks.reduce((sum, lines) => sum + lines, between) + 4;
}

const linesOf = (units: readonly Unit[]): number => units.reduce((sum, unit) => sum + unit.lines, 0);

/** Import statements narrowed to the names in use, with the blank lines between their groups. */
function importsIn(units: readonly Unit[], read: ReadonlySet<string>, text: string): number {
  let last = -1;
  let lines = 0;
  for (const { defines, body, start, end } of units) {
    const names = defines.map(({ name }) => name).filter((name) => read.has(name));
    const from = /^from\s+\S+/.exec(text.slice(body.start, body.end))?.[0];
    if (last !== -1 && /\n[ \t]*\r?\n/.test(text.slice(last, start))) lines += 1;
    lines += from === undefined ? names.length : listLines(from.length, names);
    last = end;
  }
  return lines;
}

/** `from m import a, b` on one line, or one name a line in parentheses. */
const listLines = (before: number, names: readonly string[]): number =>
  before + ' import '.length + names.join(', ').length <= 88 ? 1 : names.length + 2;

/** Blank lines between units of one part: as they were between neighbours, else as PEP 8 has them. */
export function linesBetween(outline: Outline, units: readonly Unit[], text: string): number {
  const place = new Map(outline.units.map((unit, i) => [unit, i]));
  return units.slice(1).reduce((sum, unit, k) => {
    const above = units[k]!;
    if (place.get(unit) === place.get(above)! + 1) return sum + gapBefore(unit, text);
    return sum + ([unit, above].some(({ kind }) => kind === 'def' || kind === 'class') ? 2 : 1);
  }, 0);
}
