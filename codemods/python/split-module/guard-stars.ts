import { isImportUnit, type Source } from '../../../analyzers/readings/python/source.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { PythonImport } from '../../../src/languages/python/read-imports.ts';
import { type Assignment, FACADE } from './assign.ts';
import { isUnknown } from './copy-imports.ts';
import type { Needs } from './parts.ts';
import type { Refuse } from './refuse.ts';

/** A star import binds names that the text does not show: it has to come before all that it could shadow. */
export function guardStars(source: Source, assignment: Assignment, { outside }: Needs, refuse: Refuse): void {
  const unknown = [...outside.keys()].some((name) => isUnknown(source, name));
  if (!unknown) return;
  const read = new Set(
    source.outline.units.flatMap((unit, i) =>
      assignment.place[i] === FACADE ? [] : unit.uses.map(({ name }) => name),
    ),
  );
  // What stays and no part reads (`__author__`) is shadowed in the facade as it was.
  const first = source.outline.units.find(
    (unit, i) =>
      !isImportUnit(unit) &&
      unit.kind !== 'docstring' &&
      (assignment.place[i] !== FACADE || unit.defines.some(({ name }) => read.has(name))),
  );
  for (const item of source.imports)
    if (item.star && first && (item.scope !== 'module' || item.inIf || item.inTry || item.start > first.start))
      refuse(
        'H6',
        item.scope === 'module' && !item.inIf && !item.inTry ? first.body : item,
        'a star import behind definitions may replace them',
        'Import the names one by one, or keep what stands above it in the facade.',
      );
}

/**
 * `try: from _fast import *` below the definitions replaces some of them by others of the same names, for all that reads them; what
 * parts define would not be replaced. What stands above such an import stays.
 */
export function guardShadowingStars(source: Source, assignment: Assignment, refuse: Refuse): void {
  for (const item of source.imports)
    if (item.star && item.scope === 'module' && !item.typeChecking) guardStar(source, assignment, item, refuse);
}

function guardStar(
  { outline: { units }, text }: Source,
  { place }: Assignment,
  item: PythonImport,
  refuse: Refuse,
): void {
  const moves = (i: number): boolean => place[i] !== FACADE;
  const holder = units.findIndex(({ start, end }) => start <= item.start && item.end <= end);
  if (holder === -1) return;
  const above = units.filter((unit, i) => i < holder && moves(i) && unit.defines.length > 0);
  const below = units.some((_, i) => i > holder && moves(i));
  if (above.length > 0 && !below) {
    // One reason is enough where nothing could leave.
    refuse('H6', item, 'a star import behind the definitions may replace them', 'Import the names one by one.');
    return;
  }
  if (moves(holder)) refuse('H6', item, 'the names of a star import are names of the module', KEEP);
  const line = lineAt(lineStartsOf(text), item.start);
  for (const unit of above) refuse('H6', unit.body, `the star import in line ${line} may replace it`, KEEP);
}

const KEEP = 'Keep this unit in the facade (`keep` in the plan).';
