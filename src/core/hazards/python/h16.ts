import { hazard } from '../hazard.ts';

export const H16 = hazard({
  id: 'H16',
  language: 'python',
  what: 'Importing a part makes it an attribute of the package.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: 'parts begin with `_`',
  naive: 'parts are public attributes',
  heldBy: 'test/codemods/python/hazards',
});
