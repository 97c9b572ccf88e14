import { hazard } from '../hazard.ts';

export const R46 = hazard({
  id: 'R46',
  language: 'rust',
  what: 'Code generation units.',
  foundBy: 'codemod',
  verdict: 'invariant',
  remedy: null,
  naive: null,
  heldBy: 'invariant of meaning; speed may move a little',
});
