import { hazard } from '../hazard.ts';

export const R81 = hazard({
  id: 'R81',
  language: 'rust',
  what: 'A file that a lint wants as `mod.rs` reads where it lies.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'Move the file by hand first, or allow the lint.',
  naive: '`file!()` says another path',
  heldBy: '`refuses-moved-file`',
});
