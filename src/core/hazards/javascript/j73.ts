import { hazard } from '../hazard.ts';

export const J73 = hazard({
  id: 'J73',
  language: 'javascript',
  what: 'What `using` declares at the top level is disposed of when its module has been evaluated.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'Keep the unit in the facade.',
  naive: 'The declaration moves to a part, which ends before the rest runs.',
  heldBy: 'test/sabotage/javascript/sabotage.test.ts',
});
