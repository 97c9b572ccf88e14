import { hazard } from '../hazard.ts';

export const J7 = hazard({
  id: 'J7',
  language: 'javascript',
  what: 'A top-level `await` delays every module that imports this one.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
