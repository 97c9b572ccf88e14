import { hazard } from '../hazard.ts';

export const J6 = hazard({
  id: 'J6',
  language: 'javascript',
  what: 'A default export has no name that a barrel could re-export.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
