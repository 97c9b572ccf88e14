import { hazard } from '../hazard.ts';

export const R27 = hazard({
  id: 'R27',
  language: 'rust',
  what: '`#[macro_use] extern crate` belongs to the crate root.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'E0468',
  heldBy: '`refuses-import`',
});
