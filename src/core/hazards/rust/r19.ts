import { hazard } from '../hazard.ts';

export const R19 = hazard({
  id: 'R19',
  language: 'rust',
  what: 'Paths of other files into M.',
  foundBy: 'codemod',
  verdict: 'invariant',
  remedy: null,
  naive: null,
  heldBy: 'invariant: M re-exports the names',
});
