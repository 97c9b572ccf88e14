import { hazard } from '../hazard.ts';

export const H15 = hazard({
  id: 'H15',
  language: 'python',
  what: 'A submodule that is named like an exported name hides it, or is hidden by it.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: 'parts begin with `_` and avoid every name of the module',
  naive: 'a part is named like a name',
  heldBy: 'test/codemods/python/hazards',
});
