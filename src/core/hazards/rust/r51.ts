import { hazard } from '../hazard.ts';

export const R51 = hazard({
  id: 'R51',
  language: 'rust',
  what: '`include!` and `mod` look for files in different folders.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0583',
  heldBy: 'own codemod: `rust/include-to-mod` writes `#[path]`',
});
