import { hazard } from '../hazard.ts';

export const M6 = hazard({
  id: 'M6',
  language: 'planner',
  what: 'A part imports from the file that it goes back to while it is loaded.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'Let the part take the name from where it is made.',
  naive: 'A file would import itself.',
  heldBy: 'test/codemods/join.test.ts',
});
