import { hazard } from '../hazard.ts';

export const J14 = hazard({
  id: 'J14',
  language: 'javascript',
  what: 'A comment between blank lines belongs to no statement, so that there is no place to move it to.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
