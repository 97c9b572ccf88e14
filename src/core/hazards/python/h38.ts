import { hazard } from '../hazard.ts';

export const H38 = hazard({
  id: 'H38',
  language: 'python',
  what: 'Walrus, match, comprehensions and type parameters bind names by rules of their own, which only an analysis of scopes follows.',
  foundBy: 'scopes',
  verdict: 'handled',
  remedy: 'an analysis of scopes tells local names from those of the module',
  naive: "a local name counts as the module's",
  heldBy: 'test/codemods/python/hazards',
});
