import { hazard } from '../hazard.ts';

export const H3 = hazard({
  id: 'H3',
  language: 'python',
  what: 'Decorators, defaults, bases and class bodies run during import; bodies of functions run later.',
  foundBy: 'outline (`eager`)',
  verdict: 'handled',
  remedy: 'parts are ordered by all reads',
  naive: 'a decorator counts as read later',
  heldBy: 'test/codemods/python/hazards',
});
