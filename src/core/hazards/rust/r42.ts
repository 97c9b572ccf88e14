import { hazard } from '../hazard.ts';

export const R42 = hazard({
  id: 'R42',
  language: 'rust',
  what: '`module_path!` and its like give the place where they stand. (`line!` too: M accepts another number where it is that line of the moved code, and counts such bodies.)',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'another output',
  heldBy: '`refuses-module-path`',
});
