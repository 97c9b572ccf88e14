import { hazard } from '../hazard.ts';

export const R2 = hazard({
  id: 'R2',
  language: 'rust',
  what: 'C sees the private fields of M, but not the reverse.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0616 for a type that moves down with private fields',
  heldBy: '`divided-impl`, `type-with-impls`',
});
