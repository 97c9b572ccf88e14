import { hazard } from '../hazard.ts';

export const H28 = hazard({
  id: 'H28',
  language: 'python',
  what: 'A compiled sibling of the same name takes precedence over the source.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'only the owner of that build can decide',
  naive: 'a package hides the extension module (needs a compiler to show; not run): `refuse-compiled`',
  heldBy: 'test/codemods/python/hazards',
});
