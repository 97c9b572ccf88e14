import { hazard } from '../hazard.ts';

export const J22 = hazard({
  id: 'J22',
  language: 'javascript',
  what: 'A class cannot be divided over files.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
