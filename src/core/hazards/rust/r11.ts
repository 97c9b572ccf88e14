import { hazard } from '../hazard.ts';

export const R11 = hazard({
  id: 'R11',
  language: 'rust',
  what: 'A forgotten import may compile with another meaning.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'another output',
  heldBy: '`functions`; sabotage "the function of the prelude replaces the own one"',
});
