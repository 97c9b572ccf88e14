import { hazard } from '../hazard.ts';

export const J12 = hazard({
  id: 'J12',
  language: 'javascript',
  what: '`eval` runs code in the scope that it stands in.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
