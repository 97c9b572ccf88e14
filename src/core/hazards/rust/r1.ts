import { hazard } from '../hazard.ts';

export const R1 = hazard({
  id: 'R1',
  language: 'rust',
  what: 'Private means M and below: in C that is `pub(super)`.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0603 if it stays private; `pub(crate)` compiles and widens, which S rejects',
  heldBy: '`visibility`',
});
