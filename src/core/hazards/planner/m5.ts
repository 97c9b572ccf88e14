import { hazard } from '../hazard.ts';

export const M5 = hazard({
  id: 'M5',
  language: 'planner',
  what: 'Units are to go to a module that does not belong to their file: it would have names that it did not have.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'Move them to a part of their file, or to a new one.',
  naive: 'Whoever lists or star-imports that module gets more names than before.',
  heldBy: 'test/codemods/join.test.ts',
});
