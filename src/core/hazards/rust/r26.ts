import { hazard } from '../hazard.ts';

export const R26 = hazard({
  id: 'R26',
  language: 'rust',
  what: 'An attribute macro cannot read file modules.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'E0658 inside a procedural macro',
  heldBy: '`refuses-attribute-module`',
});
