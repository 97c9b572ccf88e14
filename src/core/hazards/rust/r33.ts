import { hazard } from '../hazard.ts';

export const R33 = hazard({
  id: 'R33',
  language: 'rust',
  what: 'Lint attributes reach child modules.',
  foundBy: 'codemod',
  verdict: 'invariant',
  remedy: null,
  naive: null,
  heldBy: 'invariant: levels of M hold in C, those on an item travel with it',
});
