import { hazard } from '../hazard.ts';

export const R31 = hazard({
  id: 'R31',
  language: 'rust',
  what: 'A re-export that only tests need.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: '`unused_imports`',
  heldBy: '`test-only-name`',
});
