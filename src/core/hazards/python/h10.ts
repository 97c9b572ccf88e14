import { hazard } from '../hazard.ts';

export const H10 = hazard({
  id: 'H10',
  language: 'python',
  what: 'A cycle can hide behind the order in which modules happen to be imported first.',
  foundBy: 'proof',
  verdict: 'handled',
  remedy: 'parts import from parts, in one direction',
  naive: 'a part imports from the facade',
  heldBy: 'test/codemods/python/hazards',
});
