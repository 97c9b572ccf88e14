import { hazard } from '../hazard.ts';

export const R23 = hazard({
  id: 'R23',
  language: 'rust',
  what: 'A macro that is defined again.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'another output',
  heldBy: '`refuses-redefined-macro`; sabotage "a mod line moves behind another definition of a macro"',
});
