import { hazard } from '../hazard.ts';

export const J9 = hazard({
  id: 'J9',
  language: 'javascript',
  what: 'A directive applies to the file that it opens, and must come first in it.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
