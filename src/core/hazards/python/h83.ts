import { hazard } from '../hazard.ts';

export const H83 = hazard({
  id: 'H83',
  language: 'python',
  what: 'pydantic, SQLAlchemy and their like read postponed or quoted annotations while a class is made, in `sys.modules[cls.__module__]`: for a part that is the facade, which is not complete then.',
  foundBy: 'codemod',
  verdict: 'kept',
  remedy: 'a class whose fields name what the module would not hold then, or would hold already, stays in the facade',
  naive: 'the fields of a model are forward references that nobody resolves',
  heldBy: 'test/codemods/python/kinds',
});
