import { hazard } from '../hazard.ts';

export const R4 = hazard({
  id: 'R4',
  language: 'rust',
  what: 'Items of trait impls take no visibility.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0449',
  heldBy: '`trait-methods`',
});
