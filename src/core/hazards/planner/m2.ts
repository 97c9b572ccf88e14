import { hazard } from '../hazard.ts';

export const M2 = hazard({
  id: 'M2',
  language: 'planner',
  what: 'Files that are to become one file mean different things by one name.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'Rename one of them first.',
  naive: 'One of the two definitions or imports replaces the other.',
  heldBy: 'test/codemods/join.test.ts',
});
