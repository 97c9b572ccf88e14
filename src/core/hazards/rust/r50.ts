import { hazard } from '../hazard.ts';

export const R50 = hazard({
  id: 'R50',
  language: 'rust',
  what: 'Only an `include!` of items can become a module.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: '`expected item`',
  heldBy: 'own codemod: `rust/include-to-mod` refuses the others',
});
