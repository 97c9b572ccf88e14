import { hazard } from '../hazard.ts';

export const M1 = hazard({
  id: 'M1',
  language: 'planner',
  what: 'A file that stays names a part by its own path, and the part is to go back to its facade.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: "Let it name the facade first, or the name's new place.",
  naive: 'The file names a module that is not there any more.',
  heldBy: 'test/codemods/join.test.ts',
});
