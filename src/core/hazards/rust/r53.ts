import { hazard } from '../hazard.ts';

export const R53 = hazard({
  id: 'R53',
  language: 'rust',
  what: 'Included items keep their path.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0425',
  heldBy: 'own codemod: `rust/include-to-mod` re-exports them',
});
