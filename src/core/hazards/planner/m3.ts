import { hazard } from '../hazard.ts';

export const M3 = hazard({
  id: 'M3',
  language: 'planner',
  what: 'A part has what belongs to its file and not to one of its units: documentation of the module, inner attributes, a docstring, `__all__`, an own `__future__` import, a directive, a default export that the file does not pass on, modules below it.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'Move it by hand first, or leave the part where it is.',
  naive: 'It would be lost, or hold for the whole facade.',
  heldBy: 'test/codemods/join.test.ts',
});
