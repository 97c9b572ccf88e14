import { hazard } from '../hazard.ts';

export const R32 = hazard({
  id: 'R32',
  language: 'rust',
  what: 'A re-export that nobody needs.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: '`unused_imports`',
  heldBy: '`functions`',
});
