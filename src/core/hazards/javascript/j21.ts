import { hazard } from '../hazard.ts';

export const J21 = hazard({
  id: 'J21',
  language: 'javascript',
  what: 'Flow types are not understood.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
