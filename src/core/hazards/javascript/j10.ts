import { hazard } from '../hazard.ts';

export const J10 = hazard({
  id: 'J10',
  language: 'javascript',
  what: 'A namespace or ambient module is a scope of its own that other declarations extend.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
