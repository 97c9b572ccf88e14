import { hazard } from '../hazard.ts';

export const J11 = hazard({
  id: 'J11',
  language: 'javascript',
  what: 'A decorator may register the class that it decorates.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
