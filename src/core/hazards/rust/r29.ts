import { hazard } from '../hazard.ts';

export const R29 = hazard({
  id: 'R29',
  language: 'rust',
  what: 'A re-export has the `cfg` of its item, and no other attribute of it.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0774, E0432',
  heldBy: '`cfg-part`, `cfg-twins`, `refuses-twins-apart`',
});
