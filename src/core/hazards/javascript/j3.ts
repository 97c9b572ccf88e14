import { hazard } from '../hazard.ts';

export const J3 = hazard({
  id: 'J3',
  language: 'javascript',
  what: '`this` at the top level is the module itself in CommonJS and undefined in an ES module.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
