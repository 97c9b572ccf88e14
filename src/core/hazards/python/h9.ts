import { hazard } from '../hazard.ts';

export const H9 = hazard({
  id: 'H9',
  language: 'python',
  what: 'A `from __future__` statement applies to one file only, and must come first in it.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy: 'copied to every part',
  naive: 'future imports are lost',
  heldBy: 'test/codemods/python/hazards',
});
