import { hazard } from '../hazard.ts';

export const J5 = hazard({
  id: 'J5',
  language: 'javascript',
  what: 'A `const enum` is inlined where it is read and has no value to re-export under isolated modules.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
