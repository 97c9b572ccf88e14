import { hazard } from '../hazard.ts';

export const R13 = hazard({
  id: 'R13',
  language: 'rust',
  what: 'The name of C must be free.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'E0255',
  heldBy: '`refuses-taken-name`, `refuses-crate-name`, `refuses-existing-file`',
});
