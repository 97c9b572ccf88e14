import { hazard } from '../hazard.ts';

export const H30 = hazard({
  id: 'H30',
  language: 'python',
  what: 'Overloads, accessors and registered implementations make one object out of several statements.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: 'both go to one module of the plan',
  naive: 'the first of two definitions wins',
  heldBy: 'test/codemods/python/hazards',
});
