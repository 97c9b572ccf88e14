import { hazard } from '../hazard.ts';

export const R7 = hazard({
  id: 'R7',
  language: 'rust',
  what: 'Types in private signatures.',
  foundBy: 'codemod',
  verdict: 'invariant',
  remedy: null,
  naive: null,
  heldBy: "invariant: the audience is kept exactly, so the lint's verdict is",
});
