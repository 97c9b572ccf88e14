import { hazard } from '../hazard.ts';

export const R30 = hazard({
  id: 'R30',
  language: 'rust',
  what: 'A test does not exist in other builds, and its path is its name.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0432',
  heldBy: '`refuses-test-fn`, `tests-module`',
});
