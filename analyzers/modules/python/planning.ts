import type { Atoms } from '../../../src/core/atom.ts';
import type { PlanningLanguage } from '../../../src/core/language.ts';
import type { Outline, Unit } from '../../../src/core/unit.ts';
import { FOLDER_FILES, partsFolder, splitPath } from '../predict/part-paths.ts';
import { USUAL_PLANNING } from '../usual-planning.ts';
import { pythonAtoms } from './atoms.ts';
import { linesAbove, linesBetween } from './lines-around.ts';
import { looseLines } from './loose-lines.ts';
import { PYTHON_NAMES } from './reserved-names.ts';

/** Python: private modules in a package or beside the file, in an order in which they can be imported. */
export const pythonPlanning: PlanningLanguage = {
  ...USUAL_PLANNING,
  id: 'python',
  usualLayout: 'package',
  emptiesFacade: true,
  modulePrefix: '_',
  reservedNames: PYTHON_NAMES,
  atoms: (outline, text, _limit, { stay = new Map(), breaking = null }) => pythonAtoms(outline, text, stay, breaking),
  looseLines,
  copiedHeader: headerLines,
  linesAbove: (outline, units, text) => headerLines(outline, text) + linesAbove(outline, units, text),
  linesBetween,
  facadeLines,
  reexportLines: (units, parts) => facadeLines(units) + 4 * parts,
  facadeCost,
  // Nothing leaves what a kept name is needed by: all of them together are what makes the facade so large.
  holders: (stays) => stays.filter(({ kind }) => !COPIED.has(kind)),
  facadePath: (path, layout) => {
    const { folder, stem, extension } = splitPath(path);
    return layout === 'package' && !FOLDER_FILES.has(stem) ? `${folder}${stem}/__init__${extension}` : path;
  },
  modulePath: (path, name, layout) => {
    const { folder, stem, extension } = splitPath(path);
    return layout === 'sibling' ? `${folder}_${stem}_${name}${extension}` : `${partsFolder(path)}_${name}${extension}`;
  },
};

const COPIED = new Set(['import', 'future-import', 'type-checking', 'docstring', 'main']);

/** Licence, cookie, linter settings. */
function headerLines({ header }: Outline, text: string): number {
  return text.slice(header.start, header.end).split('\n').length - 1;
}

/** A line a name and three around them. */
function facadeLines(units: readonly Unit[]): number {
  return 4 + units.reduce((sum, { defines }) => sum + defines.length, 0);
}

/** Lines by which the facade re-exports names: an atom that is smaller than that stays as well. */
function facadeCost({ atoms }: Atoms): number {
  return atoms.reduce((sum, { units, lines }) => {
    const names = units.reduce((count, { defines }) => count + defines.length, 0);
    return sum + Math.min(lines, names);
  }, 3);
}
