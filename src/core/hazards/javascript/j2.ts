import { hazard } from '../hazard.ts';

export const J2 = hazard({
  id: 'J2',
  language: 'javascript',
  what: '`export =` makes one value the whole module.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
