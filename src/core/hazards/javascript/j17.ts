import { hazard } from '../hazard.ts';

export const J17 = hazard({
  id: 'J17',
  language: 'javascript',
  what: 'A private name that stays would become public if a part imported it.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
