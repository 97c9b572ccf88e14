import { hazard } from '../hazard.ts';

export const H9 = hazard({
  id: 'H9',
  language: 'python',
  what: 'A `from __future__` statement rules one file only and must stand first in it.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy: 'copied to every part',
  naive: 'future imports are lost',
  heldBy: 'test/codemods/python/hazards',
});
