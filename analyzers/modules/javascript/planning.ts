import type { PlanningLanguage } from '../../../src/core/language.ts';
import { partPath, partPlace } from '../../../src/languages/javascript/part-place.ts';
import { USUAL_PLANNING } from '../usual-planning.ts';
import { javascriptAtoms } from './atoms.ts';
import { JAVASCRIPT_NAMES } from './reserved-names.ts';

/** JavaScript and TypeScript: parts in a folder of the file's name, in an order in which they can be loaded. */
export const javascriptPlanning: PlanningLanguage = {
  ...USUAL_PLANNING,
  id: 'javascript',
  reservedNames: JAVASCRIPT_NAMES,
  modulePath: (path, name) => partPath(partPlace(path), name),
  atoms: (outline, text, _limit, { stay, together }) => javascriptAtoms(outline, text, stay, together),
};
