import { hazard } from '../hazard.ts';

export const H25 = hazard({
  id: 'H25',
  language: 'python',
  what: 'A name in a quoted or postponed annotation is still needed by code that evaluates it.',
  foundBy: 'outline (`uses`)',
  verdict: 'handled',
  remedy: 'names in quotes are imported',
  naive: 'names in quotes are not needed',
  heldBy: 'test/codemods/python/hazards',
});
