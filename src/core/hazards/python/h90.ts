import { hazard } from '../hazard.ts';

export const H90 = hazard({
  id: 'H90',
  language: 'python',
  what: 'Lazy imports (`lazy import a`, `__lazy_modules__`, Python 3.15) load a module where its name is read first: a facade that re-exports names of its parts may read them earlier.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'the copy in a part is an eager import',
  heldBy: 'codemods/python/split-module/cases',
});
