import { hazard } from '../hazard.ts';

export const R48 = hazard({
  id: 'R48',
  language: 'rust',
  what: 'Parts of an `include!` share one scope.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0425',
  heldBy: '`refuses-included`; `rust/include-to-mod` turns them into modules',
});
