import { hazard } from '../hazard.ts';

export const R10 = hazard({
  id: 'R10',
  language: 'rust',
  what: 'A glob that nothing needs is unused.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: '`unused_imports`',
  heldBy: '`no-glob`',
});
