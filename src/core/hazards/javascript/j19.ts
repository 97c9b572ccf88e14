import { hazard } from '../hazard.ts';

export const J19 = hazard({
  id: 'J19',
  language: 'javascript',
  what: 'Imports and export lists belong to the module and stay; parts get the imports that they use.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
