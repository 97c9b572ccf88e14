import { hazard } from '../hazard.ts';

export const J8 = hazard({
  id: 'J8',
  language: 'javascript',
  what: 'An exported variable that is assigned again is a live binding, and only its own module may assign it.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
