import { hazard } from '../hazard.ts';

export const H11 = hazard({
  id: 'H11',
  language: 'python',
  what: 'A function that rebinds a global changes it in the module where the function stands, and nowhere else.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy:
    'it lives in one part and is read there at each access; users elsewhere are refused; so is a module that would lose it to a star import (H24) or to `globals()` (H19)',
  naive: 'a rebound name is copied',
  heldBy: 'test/codemods/python/hazards',
});
