import { hazard } from '../hazard.ts';

export const R80 = hazard({
  id: 'R80',
  language: 'rust',
  what: 'A lint that the crate turns on fires on what a split writes, whatever its form.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'Allow the lint where the split stands, or keep what would break it in the facade.',
  naive: 'a new warning of that lint',
  heldBy: '`refuses-lint`, `lint-levels.test.ts`',
});
