import { hazard } from '../hazard.ts';

export const H23 = hazard({
  id: 'H23',
  language: 'python',
  what: "namedtuple, NewType, TypeVar and their like ask their caller's globals for the module name.",
  foundBy: 'outline',
  verdict: 'handled',
  remedy: 'parts say `__name__` above their definitions',
  naive: 'a named tuple asks its part for the name',
  heldBy: 'test/codemods/python/hazards',
});
