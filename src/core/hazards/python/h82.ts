import { hazard } from '../hazard.ts';

export const H82 = hazard({
  id: 'H82',
  language: 'python',
  what: "An annotated name at a module's own level is an entry of the module's `__annotations__`, which `typing.get_type_hints(module)` reads.",
  foundBy: 'codemod',
  verdict: 'handled',
  remedy:
    'the facade declares it again where it stood (`rate: float = _part.rate`); what is annotated on some paths only stays',
  naive: 'the annotations of the module are gone',
  heldBy: 'test/codemods/python/kinds',
});
