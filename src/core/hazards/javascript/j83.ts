import { hazard } from '../hazard.ts';

export const J83 = hazard({
  id: 'J83',
  language: 'javascript',
  what: 'A pattern of `exports` makes the parts public.',
  foundBy: 'codemod',
  verdict: 'note',
  remedy: 'Close the new folder with an entry whose target is `null`.',
  naive: 'Parts become paths that others may import.',
  heldBy: 'test/codemods/javascript/lists.test.ts',
});
