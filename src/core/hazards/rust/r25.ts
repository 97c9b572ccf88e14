import { hazard } from '../hazard.ts';

export const R25 = hazard({
  id: 'R25',
  language: 'rust',
  what: 'A macro call makes names that cannot be seen: it moves only if its macro is of this package and makes public names, which a glob re-exports.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0425',
  heldBy: '`macro-call-part`, `refuses-macro-call`, `refuses-private-call`',
});
