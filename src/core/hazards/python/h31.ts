import { hazard } from '../hazard.ts';

export const H31 = hazard({
  id: 'H31',
  language: 'python',
  what: 'A package has a `__path__`, a module has none, and some code tests for it.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: 'the layout sibling keeps a module; the package layout has a `__path__`',
  naive: 'the module has a __path__',
  heldBy: 'test/codemods/python/hazards',
});
