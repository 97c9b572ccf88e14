import { hazard } from '../hazard.ts';

export const H18 = hazard({
  id: 'H18',
  language: 'python',
  what: '`__name__` gives another value in another file: loggers, warnings and templates use it.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy:
    "parts set `__name__` to the module's; what looks for its own source by that name (`typeguard.typechecked`, pydantic's `use_attribute_docstrings`) stays in the facade",
  naive: 'a logger has the name of its part',
  heldBy: 'test/codemods/python/hazards',
});
