import { hazard } from '../hazard.ts';

export const J18 = hazard({
  id: 'J18',
  language: 'javascript',
  what: '`declare` describes a value that no module defines, so none can export it; a declaration file has nothing else.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
