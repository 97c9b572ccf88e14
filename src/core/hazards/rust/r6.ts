import { hazard } from '../hazard.ts';

export const R6 = hazard({
  id: 'R6',
  language: 'rust',
  what: 'Re-exports are written name by name.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: '`ambiguous_glob_reexports`',
  heldBy: '`functions`',
});
