import { hazard } from '../hazard.ts';

export const H4 = hazard({
  id: 'H4',
  language: 'python',
  what: 'A statement that acts while the module is imported must keep its place among the others that do.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy:
    'unless whole parts keep the order; so is a line that needs a name of one moment (`X = list(Y)`, `del X[3]`, `X = tuple(X)`) away from those that bind it again',
  naive: 'effects run part by part',
  heldBy: 'test/codemods/python/hazards',
});
