import { hazard } from '../hazard.ts';

export const R44 = hazard({
  id: 'R44',
  language: 'rust',
  what: 'Coherence, order of impls and constants.',
  foundBy: 'codemod',
  verdict: 'invariant',
  remedy: null,
  naive: null,
  heldBy: 'invariant: they count for the whole crate',
});
