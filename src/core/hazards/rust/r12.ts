import { hazard } from '../hazard.ts';

export const R12 = hazard({
  id: 'R12',
  language: 'rust',
  what: 'Once C has imports, those of M that only C needed are unused.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: '`unused_imports`',
  heldBy: '`functions`',
});
