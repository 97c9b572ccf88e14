import { hazard } from '../hazard.ts';

export const P1 = hazard({
  id: 'P1',
  language: 'planner',
  what: 'The plan names a unit that the file does not have, or names it twice.',
  foundBy: 'planner',
  verdict: 'refused',
  remedy: 'Make the plan again.',
  naive: null,
  heldBy: 'test/codemods',
});
