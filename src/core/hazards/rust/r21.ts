import { hazard } from '../hazard.ts';

export const R21 = hazard({
  id: 'R21',
  language: 'rust',
  what: 'A re-export of a deprecated item warns.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: '`deprecated`',
  heldBy: '`deprecated`',
});
