import { hazard } from '../hazard.ts';

export const R41 = hazard({
  id: 'R41',
  language: 'rust',
  what: 'Order in the object file.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'no such macro of the assembler',
  heldBy: 'refused by name (R41)',
});
