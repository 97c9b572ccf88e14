import { hazard } from '../hazard.ts';

export const R17 = hazard({
  id: 'R17',
  language: 'rust',
  what: '`self`, `super` and paths of edition 2015 count from the module.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0425, E0432',
  heldBy: '`relative-paths`, `edition-2015`',
});
