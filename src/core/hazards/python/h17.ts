import { hazard } from '../hazard.ts';

export const H17 = hazard({
  id: 'H17',
  language: 'python',
  what: 'Classes and functions remember the name of the module that made them, and pickles store it.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: 'parts say `__name__`; `nativeModuleNames` opts out',
  naive: 'classes carry the name of their part',
  heldBy: 'test/codemods/python/hazards',
});
