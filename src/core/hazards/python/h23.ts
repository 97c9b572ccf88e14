import { hazard } from '../hazard.ts';

export const H23 = hazard({
  id: 'H23',
  language: 'python',
  what: 'namedtuple, NewType, TypeVar, functional enums and their like ask the frame that calls them for the module name; since Python 3.12 a part that says `__name__` is not believed.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy:
    'parts say `__name__` above their definitions, and `X.__module__ = __name__` behind each; what nothing holds by a name stays in the facade',
  naive: 'a named tuple asks its part for the name',
  heldBy: 'test/codemods/python/hazards',
});
