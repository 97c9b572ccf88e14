import { hazard } from '../hazard.ts';

export const H89 = hazard({
  id: 'H89',
  language: 'python',
  what: 'A symbolic link leads to the file.',
  foundBy: 'codemod',
  verdict: 'note',
  remedy: 'a Python module stays where it is, and its parts stand beside it; the link is reported',
  naive: 'the link leads nowhere',
  heldBy: '`find-patterns.test.ts`',
});
