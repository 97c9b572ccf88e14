import { hazard } from '../hazard.ts';

export const J1 = hazard({
  id: 'J1',
  language: 'javascript',
  what: 'A statement or bare import with effects while the module is loaded must keep its place among the others that do.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
