import { hazard } from '../hazard.ts';

export const H38 = hazard({
  id: 'H38',
  language: 'python',
  what: 'Walrus, match, comprehensions and type parameters bind names by rules that only scope analysis knows.',
  foundBy: 'scopes',
  verdict: 'handled',
  remedy: 'scope analysis knows local names',
  naive: "a local name counts as the module's",
  heldBy: 'test/codemods/python/hazards',
});
