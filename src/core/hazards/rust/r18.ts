import { hazard } from '../hazard.ts';

export const R18 = hazard({
  id: 'R18',
  language: 'rust',
  what: 'A module item stays: `super` and its file depend on its place.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0425',
  heldBy: '`tests-module`',
});
