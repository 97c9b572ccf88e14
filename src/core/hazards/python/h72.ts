import { hazard } from '../hazard.ts';

export const H72 = hazard({
  id: 'H72',
  language: 'python',
  what: 'Code that looks into a module by itself (the globals of a frame or function, `sys.modules[f.__module__]` while it is loaded, `IntEnum._convert_`) finds those of the file that the code stands in, or a facade that is not complete: a part holds fewer names than the module.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'the caller stands in a part that lacks the name',
  heldBy: 'test/codemods/python/hazards',
});
