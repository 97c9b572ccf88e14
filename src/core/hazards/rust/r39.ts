import { hazard } from '../hazard.ts';

export const R39 = hazard({
  id: 'R39',
  language: 'rust',
  what: "An attribute makes a hidden module of the function's name.",
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'E0428',
  heldBy: '`refuses-item-with-module`',
});
