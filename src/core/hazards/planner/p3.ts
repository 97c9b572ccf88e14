import { hazard } from '../hazard.ts';

export const P3 = hazard({
  id: 'P3',
  language: 'planner',
  what: 'The name of a part cannot be the name of a file here, or another part has it.',
  foundBy: 'planner',
  verdict: 'refused',
  remedy: 'Give the module another name in the plan.',
  naive: null,
  heldBy: 'test/codemods',
});
