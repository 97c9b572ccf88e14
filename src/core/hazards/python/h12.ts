import { hazard } from '../hazard.ts';

export const H12 = hazard({
  id: 'H12',
  language: 'python',
  what: 'A mutable module-level object that is made twice is two objects.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy: 'one owner, imported',
  naive: 'state is made twice',
  heldBy: 'test/codemods/python/hazards',
});
