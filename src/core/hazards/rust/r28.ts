import { hazard } from '../hazard.ts';

export const R28 = hazard({
  id: 'R28',
  language: 'rust',
  what: '`main` and procedural macros belong to the crate root.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'E0601',
  heldBy: '`refuses-main`',
});
