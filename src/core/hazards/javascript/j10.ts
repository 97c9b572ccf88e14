import { hazard } from '../hazard.ts';

export const J10 = hazard({
  id: 'J10',
  language: 'javascript',
  what: 'A namespace or ambient module is a separate scope that other declarations can extend.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
