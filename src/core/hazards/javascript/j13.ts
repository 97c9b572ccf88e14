import { hazard } from '../hazard.ts';

export const J13 = hazard({
  id: 'J13',
  language: 'javascript',
  what: 'Text that the parser does not understand is never divided.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
