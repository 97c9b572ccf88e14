import { hazard } from '../hazard.ts';

export const N1 = hazard({
  id: 'N1',
  language: 'planner',
  what: 'The marks of a module map do not stand once each, in order, on lines of their own.',
  foundBy: 'planner',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'test/codemods',
});
