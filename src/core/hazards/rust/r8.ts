import { hazard } from '../hazard.ts';

export const R8 = hazard({
  id: 'R8',
  language: 'rust',
  what: '`unreachable_pub`, `missing_docs`.',
  foundBy: 'codemod',
  verdict: 'invariant',
  remedy: null,
  naive: null,
  heldBy: 'invariant: public items are re-exported, and C is private',
});
