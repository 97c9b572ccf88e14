import { hazard } from '../hazard.ts';

export const P4 = hazard({
  id: 'P4',
  language: 'planner',
  what: 'Git leaves out a new file by a list that is not in the repository (`.git/info/exclude`, `core.excludesFile`).',
  foundBy: 'engine',
  verdict: 'refused',
  remedy: 'Give the module another name in the plan, or take the line off that list.',
  naive: 'A commit of the split does not hold the new files.',
  heldBy: '`ignored-files.test.ts`',
});
