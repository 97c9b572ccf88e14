import { hazard } from '../hazard.ts';

export const R14 = hazard({
  id: 'R14',
  language: 'rust',
  what: 'One name in two namespaces.',
  foundBy: 'codemod',
  verdict: 'invariant',
  remedy: null,
  naive: null,
  heldBy: 'invariant: an import takes all namespaces of a name, and two children may each give one',
});
