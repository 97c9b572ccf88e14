import { hazard } from '../hazard.ts';

export const J71 = hazard({
  id: 'J71',
  language: 'javascript',
  what: 'A value that is read from what load-time code changes depends on the moment of its reading.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'Both stay in one module, or the parts are loaded in the old order.',
  naive: 'The reading moves to a part that is evaluated before the change.',
  heldBy: 'test/sabotage/javascript/sabotage.test.ts',
});
