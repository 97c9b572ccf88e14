import { hazard } from '../hazard.ts';

export const H17 = hazard({
  id: 'H17',
  language: 'python',
  what: 'Classes and functions store the name of the module that made them, and so do pickles.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: "parts set `__name__` to the module's; `nativeModuleNames` opts out",
  naive: 'classes have the name of their part',
  heldBy: 'test/codemods/python/hazards',
});
