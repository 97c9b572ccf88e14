import { hazard } from '../hazard.ts';

export const R5 = hazard({
  id: 'R5',
  language: 'rust',
  what: 'A re-export has the audience of its item.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0364',
  heldBy: '`visibility`, `functions`',
});
