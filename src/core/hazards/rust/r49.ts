import { hazard } from '../hazard.ts';

export const R49 = hazard({
  id: 'R49',
  language: 'rust',
  what: 'Macros flow between included parts in textual order.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'no such macro',
  heldBy: '`rust/include-to-mod` keeps the order',
});
