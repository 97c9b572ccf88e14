import { hazard } from '../hazard.ts';

export const H23 = hazard({
  id: 'H23',
  language: 'python',
  what: "namedtuple, NewType, TypeVar, functional enums and their like read the module name from the calling frame; since Python 3.12 a part's own `__name__` is ignored there.",
  foundBy: 'outline',
  verdict: 'handled',
  remedy:
    'parts set `__name__` above their definitions, and `X.__module__ = __name__` behind each; what has no name stays in the facade',
  naive: 'a named tuple gets the name of its part',
  heldBy: 'test/codemods/python/hazards',
});
