import { hazard } from '../hazard.ts';

export const R24 = hazard({
  id: 'R24',
  language: 'rust',
  what: 'A macro that moves out is no longer seen: definitions leave together, behind `#[macro_use]` where the first of them stood.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'no such macro',
  heldBy: '`macros-part`, `refuses-macro-definition`',
});
