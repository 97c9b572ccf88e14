import { hazard } from '../hazard.ts';

export const J80 = hazard({
  id: 'J80',
  language: 'javascript',
  what: 'The list of files that a package ships (`files`, `.npmignore`, `.gitignore`) includes the file and not its parts.',
  foundBy: 'codemod, rungs S and B',
  verdict: 'handled',
  remedy: 'The list gets an entry for the parts where its form is simple; else the split is refused.',
  naive: 'The published package imports files that it does not contain.',
  heldBy: 'test/codemods/javascript/lists.test.ts',
});
