import { hazard } from '../hazard.ts';

export const H5 = hazard({
  id: 'H5',
  language: 'python',
  what: 'A decorator may register what it decorates, so a part must be imported even if nothing imports its names.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy: 'the facade imports every part',
  naive: 'a part without public names is not imported',
  heldBy: 'test/codemods/python/hazards',
});
