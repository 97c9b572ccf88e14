import { hazard } from '../hazard.ts';

export const R3 = hazard({
  id: 'R3',
  language: 'rust',
  what: 'Fields of a tuple struct are private too.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0423',
  heldBy: '`visibility`',
});
