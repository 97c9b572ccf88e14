import { hazard } from '../hazard.ts';

export const J18 = hazard({
  id: 'J18',
  language: 'javascript',
  what: '`declare` promises a value that no module holds, and so none can export it; a declaration file holds nothing else.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
