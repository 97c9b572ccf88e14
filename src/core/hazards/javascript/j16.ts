import { hazard } from '../hazard.ts';

export const J16 = hazard({
  id: 'J16',
  language: 'javascript',
  what: 'Two modules that need each other while they are loaded cannot both be first.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
