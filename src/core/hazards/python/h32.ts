import { hazard } from '../hazard.ts';

export const H32 = hazard({
  id: 'H32',
  language: 'python',
  what: 'The folder or a file for a part may exist already.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'nothing is overwritten',
  naive: 'a file that is there is replaced',
  heldBy: 'test/codemods/python/hazards',
});
