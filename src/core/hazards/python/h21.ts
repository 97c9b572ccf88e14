import { hazard } from '../hazard.ts';

export const H21 = hazard({
  id: 'H21',
  language: 'python',
  what: 'A module-level `__getattr__`, `__dir__` or changed `__class__` already decides what attribute access does.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: 'not refused where the facade needs no `__getattr__` or `__class__` itself',
  naive: 'a second __getattr__ hides the first',
  heldBy: 'test/codemods/python/hazards',
});
