import { hazard } from '../hazard.ts';

export const R12 = hazard({
  id: 'R12',
  language: 'rust',
  what: 'With imports of its own in C, those of M become unused.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: '`unused_imports`',
  heldBy: '`functions`',
});
