import { hazard } from '../hazard.ts';

export const R40 = hazard({
  id: 'R40',
  language: 'rust',
  what: 'An unknown attribute macro may read its surroundings.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'E0425',
  heldBy: '`refuses-divided-attribute`, refused for blocks that are divided; else the proof',
});
