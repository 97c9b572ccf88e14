import { hazard } from '../hazard.ts';

export const R22 = hazard({
  id: 'R22',
  language: 'rust',
  what: 'A `macro_rules!` is seen behind its definition only.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'no such macro',
  heldBy: '`macro-scope`',
});
