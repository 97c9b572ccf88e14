import type { PlanningLanguage } from '../../src/core/language.ts';
import type { Outline, Unit, UnitId } from '../../src/core/unit.ts';
import { partsFolder, splitPath } from './predict/part-paths.ts';

/** Units that bring names from elsewhere. */
export const isImport = (unit: Unit): boolean => /^(import|future-import|use|type-checking)$/.test(unit.kind);

/** About a third of the file's imports, and what stands around them. */
function usualImportLines(outline: Outline): number {
  const imports = outline.units.filter(isImport).reduce((sum, unit) => sum + unit.lines, 0);
  return 4 + Math.ceil(imports / 3);
}

/** Banners with a blank line below them, between units in source order. @param from where the first unit's banner may begin */
export function bannersAbove(units: readonly Unit[], text: string, from: number): ReadonlyMap<UnitId, number> {
  const found = new Map<UnitId, number>();
  let end = from;
  for (const unit of units) {
    const gap = text.slice(end, unit.start);
    const newline = /^[^\n]*\n/.exec(gap)?.[0].length ?? 0;
    const banner = gap.slice(newline).trim();
    if (banner !== '') found.set(unit.id, banner.split('\n').length);
    end = unit.end;
  }
  return found;
}

export const inSourceOrder = (units: readonly Unit[]): Unit[] => [...units].sort((a, b) => a.start - b.start);

/** What holds for a language with one file a module and a folder for its parts, unless it says otherwise. */
export const USUAL_PLANNING: Omit<PlanningLanguage, 'id' | 'atoms'> = {
  usualLayout: 'children',
  circular: false,
  membersLeave: false,
  emptiesFacade: false,
  modulePrefix: '',
  reservedNames: [],
  shadowed: () => [],
  sharesName: () => false,
  looseLines: (outline, text) => bannersAbove(inSourceOrder(outline.units), text, outline.header.end),
  importLines: usualImportLines,
  copiedHeader: () => 0,
  linesAbove: usualImportLines,
  linesBetween: (_outline, units) => units.length,
  facadeLines: (units) => 1 + Math.ceil(units.length / 8),
  reexportLines: (_units, parts) => 3 * parts,
  facadeCost: () => 0,
  holders: (stays) => stays.slice(0, 1),
  wholeLines: (unit) => unit.lines,
  facadePath: (path) => path,
  modulePath: (path, name) => `${partsFolder(path)}${name}${splitPath(path).extension}`,
};
