import { hazard } from '../hazard.ts';

export const R81 = hazard({
  id: 'R81',
  language: 'rust',
  what: 'A file that a lint wants as `mod.rs` depends on its own place.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'Move the file by hand first, or allow the lint.',
  naive: '`file!()` gives another path',
  heldBy: '`refuses-moved-file`',
});
