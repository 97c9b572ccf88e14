import { hazard } from '../hazard.ts';

export const R45 = hazard({
  id: 'R45',
  language: 'rust',
  what: 'A divided impl repeats its header exactly.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0107 without the generics',
  heldBy: '`divided-impl`, `emptied-impl`, `refuses-divided-attribute`',
});
