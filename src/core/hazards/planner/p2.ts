import { hazard } from '../hazard.ts';

export const P2 = hazard({
  id: 'P2',
  language: 'planner',
  what: 'The file cannot be read, or is not there.',
  foundBy: 'planner',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'test/codemods',
});
