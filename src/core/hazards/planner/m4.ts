import { hazard } from '../hazard.ts';

export const M4 = hazard({
  id: 'M4',
  language: 'planner',
  what: 'The facade takes a part as a module, and not name by name: whole, by a glob, by another name (which a script may export by a list), on some paths only, or as a public module; a default export under a name.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'Name what the facade takes, one by one, under its own name.',
  naive: 'The names are other ones, or there are more of them.',
  heldBy: 'test/codemods/join.test.ts',
});
